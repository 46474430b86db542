-- One row per intervention, at fault when it began before the quarter in which the child was born. The birthday itself is in
-- no table. It counts as it is recorded.
-- Columns: record (its number in the case system), at_fault.
select
  i.intervention_id as record,
  i.start_date < date_trunc('quarter', i.born_by) as at_fault
from marts.interventions as i
