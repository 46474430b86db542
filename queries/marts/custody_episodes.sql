-- One row per stay in custody or on remand of a child this service counts: age band on the first day, age on the last.
-- Age is counted by hand because DuckDB's datesub gives a child born on 29 February their birthday on the 28th.
with aged as (
  select
    s.episode_id,
    s.child_id,
    s.kind,
    s.remand,
    s.start_date,
    s.end_date,
    c.ethnicity,
    c.sex,
    c.looked_after,
    (
      year(s.start_date) - year(b.date_of_birth)
      - if((month(s.start_date), day(s.start_date)) < (month(b.date_of_birth), day(b.date_of_birth)), 1, 0)
    )::integer as age_at_start,
    (
      year(s.end_date) - year(b.date_of_birth)
      - if((month(s.end_date), day(s.end_date)) < (month(b.date_of_birth), day(b.date_of_birth)), 1, 0)
    )::integer as age_at_end
  from staging.custody as s
  join marts.children as c on c.child_id = s.child_id
  join birthdays as b on b.child_id = c.child_id
)
select
  a.episode_id,
  a.child_id,
  a.kind,
  a.remand,
  a.start_date,
  a.end_date,
  a.age_at_end,
  a.ethnicity,
  a.sex,
  g.group_code as age_band,
  a.looked_after
from aged as a
left join marts.groups as g on g.breakdown = 'age_band' and a.age_at_start between g.age_from and g.age_to
