-- One row per time a child went missing.
select
  missing_id,
  child_id,
  missing_from,
  found_on,
  return_interview_offered,
  return_interview_accepted
from raw.missing_episodes
