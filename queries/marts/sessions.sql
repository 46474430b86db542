-- One row per appointment offered to a child this service counts.
-- Age is whole years on `offered_on`.
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
    age_on(r.offered_on, b.date_of_birth) as age
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
  age_band(a.age) as age_band,
  a.looked_after
from aged as a
