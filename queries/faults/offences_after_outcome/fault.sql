-- One row per offence and outcome that dealt with it, at fault when the offence is dated after the outcome: one of the two
-- days is wrong. Such an offence proves no reoffending.
-- Columns: record (its number in the case system), at_fault.
select
  d.offence_id as record,
  f.offence_date > d.outcome_date as at_fault
from marts.offences_dealt_with as d
join marts.offences as f on f.offence_id = d.offence_id
