-- One row per intervention, at fault when it ended before 1990: some systems write such a day for what has not ended. The days that
-- are known for it (queries/codes/no_date.csv) are read as blank, so this finds others, and any stored before they were.
-- It was then open on no day.
-- Columns: record (its number in the case system), at_fault.
select
  r.intervention_id as record,
  coalesce(r.end_date < date '1990-01-01', false) as at_fault
from marts.interventions as r
