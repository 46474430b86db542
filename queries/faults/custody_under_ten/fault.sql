-- One row per stay in custody or on remand, at fault when the child was under 10 on its first day, or not yet born, and could
-- not have been there: a date is wrong. Its nights count as they are recorded. Every child has a birthday, so that an age
-- that is not known is one before birth.
-- Columns: record (its number in the case system), at_fault.
select
  e.episode_id as record,
  e.age_band in ('under 10', 'not known') as at_fault
from marts.custody_episodes as e
