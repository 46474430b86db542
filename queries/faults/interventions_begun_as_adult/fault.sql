-- One row per intervention, at fault when it began in or after the quarter in which the person turned 21: a service works
-- with children, and with a few young adults until an order ends. It counts as it is recorded.
-- Columns: record (its number in the case system), at_fault.
select
  i.intervention_id as record,
  i.start_date > i.born_by + to_years(21) as at_fault
from marts.interventions as i
