-- One row per area of life scored by a child this service counts. Without an end score there is no pair to compare.
-- Age is whole years on `start_on`.
with aged as (
  select
    r.score_id,
    r.child_id,
    r.intervention_id,
    r.domain,
    r.start_on,
    r.start_score,
    r.end_on,
    r.end_score,
    c.ethnicity,
    c.sex,
    c.looked_after,
    age_on(r.start_on, b.date_of_birth) as age
  from staging.soft_outcomes as r
  join marts.children as c on c.child_id = r.child_id
  join birthdays as b on b.child_id = c.child_id
)
select
  a.score_id,
  a.child_id,
  a.intervention_id,
  a.domain,
  a.start_on,
  a.start_score,
  a.end_on,
  a.end_score,
  a.ethnicity,
  a.sex,
  age_band(a.age) as age_band,
  a.looked_after
from aged as a
