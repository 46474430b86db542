-- One row per child this service counts, at fault when nobody recorded whether they are looked after.
-- A child's own number is never kept: the child is found by the number of their newest outcome, or else intervention.
-- Columns: record (its number in the case system, or empty), at_fault.
select
  coalesce(
    (select max_by(o.outcome_id, (o.outcome_date, natural_order(o.outcome_id))) from marts.outcomes as o where o.child_id = c.child_id),
    (select max_by(i.intervention_id, (i.start_date, natural_order(i.intervention_id))) from marts.interventions as i where i.child_id = c.child_id)
  ) as record,
  c.looked_after = 'not recorded' as at_fault
from marts.children as c
