-- One row per offence, at fault when no outcome has dealt with it yet, formal or diversion.
-- Columns: record (its number in the case system), at_fault.
select
  f.offence_id as record,
  f.offence_id not in (select d.offence_id from marts.offences_dealt_with as d) as at_fault
from marts.offences as f
