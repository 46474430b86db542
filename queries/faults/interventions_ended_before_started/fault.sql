-- One row per intervention, at fault when it ended before it started: it was then open on no day.
-- Columns: record (its number in the case system), at_fault.
select
  i.intervention_id as record,
  i.end_date is not null and i.end_date < i.start_date as at_fault
from marts.interventions as i
