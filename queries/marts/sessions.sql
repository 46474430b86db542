-- One row per appointment offered to a child this service counts.
-- Age is whole years on `offered_on`, counted by hand because DuckDB's datesub gives a child born on 29 February their
-- birthday on the 28th.
with aged as (
  select
    r.session_id,
    r.child_id,
    r.intervention_id,
    r.kind,
    r.offered_on,
    r.attended,
    c.ethnicity,
    c.sex,
    c.looked_after,
    (
      year(r.offered_on) - year(b.date_of_birth)
      - if((month(r.offered_on), day(r.offered_on)) < (month(b.date_of_birth), day(b.date_of_birth)), 1, 0)
    )::integer as age
  from staging.sessions as r
  join marts.children as c on c.child_id = r.child_id
  join birthdays as b on b.child_id = c.child_id
)
select
  a.session_id,
  a.child_id,
  a.intervention_id,
  a.kind,
  a.offered_on,
  a.attended,
  a.ethnicity,
  a.sex,
  g.group_code as age_band,
  a.looked_after
from aged as a
left join marts.groups as g on g.breakdown = 'age_band' and a.age between g.age_from and g.age_to
