-- One row per offence put under an outcome, at fault when the outcome was given to another child. Neither child is
-- counted for it.
-- Columns: record (the outcome's number in the case system), at_fault.
select
  l.outcome_id as record,
  o.child_id <> f.child_id as at_fault
from staging.outcome_offences as l
join staging.outcomes as o on o.outcome_id = l.outcome_id
join staging.offences as f on f.offence_id = l.offence_id
