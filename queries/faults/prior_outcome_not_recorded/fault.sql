-- One row per child with a formal outcome, at fault when nobody recorded whether they had one elsewhere before.
-- Each is taken to have had none, so each may be a first-time entrant who is not. The record is their first outcome.
-- Columns: record (its number in the case system), at_fault.
select
  o.outcome_id as record,
  o.prior_formal_outcome_elsewhere is null as at_fault
from marts.first_formal_outcomes as o
