-- One row per intervention with a child this service counts.
-- One that ended before it started was open on no day; it stays here, counts nowhere, and a check reports it.
select
  i.intervention_id,
  i.child_id,
  i.programme,
  i.statutory,
  i.start_date,
  i.end_date,
  c.date_of_birth,
  c.ethnicity,
  c.sex,
  c.looked_after
from staging.interventions as i
join marts.children as c on c.child_id = i.child_id
