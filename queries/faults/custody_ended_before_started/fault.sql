-- One row per stay in custody or on remand, at fault when it ended before it started: it was then open on no day.
-- Columns: record (its number in the case system), at_fault.
select
  e.episode_id as record,
  e.end_date is not null and e.end_date < e.start_date as at_fault
from marts.custody_episodes as e
