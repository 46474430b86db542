-- One row per outcome, at fault when the child was under 10 and could not have committed an offence: a date is wrong.
-- It is in totals, in the age group under 10, and never a first-time entry.
-- Columns: record (its number in the case system), at_fault.
select
  o.outcome_id as record,
  o.age < 10 as at_fault
from marts.outcomes as o
