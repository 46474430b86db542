-- One row per stay, at fault when it ended before 1990: a day such as 1 January 1900 is how some systems write that
-- something has not ended. It was then open on no day.
-- Columns: record (its number in the case system), at_fault.
select
  r.episode_id as record,
  coalesce(r.end_date < date '1990-01-01', false) as at_fault
from marts.custody_episodes as r
