-- One row per intervention that has ended with a child this service counts: out of court or not, completed or not.
-- `completed` is empty where no reason was recorded. One that ended before it started is here as it was written.
-- Age is whole years on the day it ended.
with aged as (
  select
    e.intervention_id,
    i.child_id,
    i.programme,
    e.out_of_court,
    i.start_date as started_on,
    e.ended_on,
    e.completed,
    i.ethnicity,
    i.sex,
    i.looked_after,
    age_on(e.ended_on, b.date_of_birth) as age
  from staging.interventions_ended as e
  join marts.interventions as i on i.intervention_id = e.intervention_id
  join birthdays as b on b.child_id = i.child_id
)
select
  a.intervention_id,
  a.child_id,
  a.programme,
  a.out_of_court,
  a.started_on,
  a.ended_on,
  a.completed,
  a.ethnicity,
  a.sex,
  age_band(a.age) as age_band,
  a.looked_after
from aged as a
