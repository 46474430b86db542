-- One row per post and day on which posts were counted: a number of full-time posts is a sum over one day, never over several.
select
  post_id,
  role,
  case_holding,
  full_time_equivalent,
  as_at,
  vacant,
  caseload,
  sickness_days
from staging.staff
