-- One row per outcome, at fault when it names no offence. It counts as an outcome; for serious violence, weapons and
-- reoffending it is as good as missing.
-- Columns: record (its number in the case system), at_fault.
select
  o.outcome_id as record,
  o.outcome_id not in (select l.outcome_id from staging.outcome_offences as l) as at_fault
from marts.outcomes as o
