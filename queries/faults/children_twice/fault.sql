-- One row per child this service counts, at fault when another number looks like the same child.
-- A child's own number is never kept: each of the two is found by the number of their newest outcome, or else intervention,
-- and the two numbers stand side by side.
-- Columns: record (the numbers in the case system, or empty), at_fault.
with found_by as (
  select
    c.child_id,
    coalesce(
      (select max_by(o.outcome_id, (o.outcome_date, natural_order(o.outcome_id))) from marts.outcomes as o where o.child_id = c.child_id),
      (select max_by(i.intervention_id, (i.start_date, natural_order(i.intervention_id))) from marts.interventions as i where i.child_id = c.child_id)
    ) as record
  from marts.children as c
)
select
  f.record || coalesce(' = ' || string_agg(o.record, ' = ' order by natural_order(o.record)), '') as record,
  count(s.child_id) > 0 as at_fault
from found_by as f
left join marts.same_children as s on s.child_id = f.child_id
left join found_by as o on o.child_id = s.other_child_id
group by f.child_id, f.record
