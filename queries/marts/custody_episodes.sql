-- One row per stay in custody or on remand of a child this service counts: age band on the first day, age on the last.
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
    age_on(s.start_date, b.date_of_birth) as age_at_start,
    age_on(s.end_date, b.date_of_birth) as age_at_end
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
  age_band(a.age_at_start) as age_band,
  a.looked_after
from aged as a
