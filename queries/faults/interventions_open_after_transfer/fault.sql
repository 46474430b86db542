-- One row per intervention without an end, at fault when the child has moved to another service since it began: the work
-- is theirs now. It counts as open until its end is recorded.
-- Columns: record (its number in the case system), at_fault.
select
  i.intervention_id as record,
  coalesce(c.transferred_out_on >= i.start_date and coalesce(c.transferred_in_on <= c.transferred_out_on, true), false) as at_fault
from marts.interventions as i
join staging.children as c on c.child_id = i.child_id
where i.end_date is null
