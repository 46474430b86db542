-- One row per time a child went missing, by the number of a child of the service's or of a person known to social care.
select
  missing_id,
  child_id,
  person_id,
  missing_from,
  found_on,
  return_interview_offered,
  return_interview_accepted
from raw.missing_episodes
