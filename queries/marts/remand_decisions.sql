-- One row per decision between hearings about a child this service counts: bail, community or custody.
-- Age is whole years on `decided_on`.
with aged as (
  select
    r.decision_id,
    r.child_id,
    r.decided_on,
    r.decision,
    r.level,
    c.ethnicity,
    c.sex,
    c.looked_after,
    age_on(r.decided_on, b.date_of_birth) as age
  from staging.remand_decisions as r
  join marts.children as c on c.child_id = r.child_id
  join birthdays as b on b.child_id = c.child_id
)
select
  a.decision_id,
  a.child_id,
  a.decided_on,
  a.decision,
  a.level,
  a.ethnicity,
  a.sex,
  age_band(a.age) as age_band,
  a.looked_after
from aged as a
