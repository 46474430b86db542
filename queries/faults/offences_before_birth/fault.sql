-- One row per offence and outcome that dealt with it, at fault when the child was not yet born on the day of the offence.
-- The birthday is in no table: it lies within the year before the outcome's day less the child's whole years of age then.
-- Columns: record (its number in the case system), at_fault.
select
  d.offence_id as record,
  f.offence_date <= o.outcome_date - to_years(o.age + 1) as at_fault
from marts.offences_dealt_with as d
join marts.offences as f on f.offence_id = d.offence_id
join marts.outcomes as o on o.outcome_id = d.outcome_id
