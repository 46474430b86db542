-- One row per intervention that ended, point, and group of a key performance indicator that it counts in.
-- A child counts once in a window, by the latest of theirs to end in it, and once in each order type by the latest of
-- that type. So each row says when the next one of the same child ended (in an order type's group, of the same type):
-- an ending is its window's latest where that day is after the window. Two that end on one day are taken by their number.
-- One that ended before it started counts nowhere and takes no other's place. To be linked to any wider service of a
-- nation, a yes to any is a yes, a no needs a no to each, and anything else is no answer.
with ended as (
  select
    k.*,
    k.linked_early_help or k.linked_child_in_need or k.linked_child_protection or k.linked_looked_after as linked_in_england,
    k.linked_care_and_support_plan or k.linked_child_protection or k.linked_looked_after as linked_in_wales,
    lead(k.ended_on, 1, date '9999-12-31') over (
      partition by k.point, k.child_id order by k.ended_on, natural_order(k.intervention_id)
    ) as next_ended_on,
    lead(k.ended_on, 1, date '9999-12-31') over (
      partition by k.point, k.child_id, k.programme order by k.ended_on, natural_order(k.intervention_id)
    ) as next_of_type_ended_on
  from marts.kpi_snapshots as k
  where k.ended_on >= k.started_on
)
select
  g.breakdown,
  g.group_code,
  e.* replace (if(g.breakdown = 'order_type', e.next_of_type_ended_on, e.next_ended_on) as next_ended_on)
from ended as e
join marts.groups as g
  on g.group_code = case g.breakdown
    when 'total' then 'all'
    when 'not_recorded' then 'all'
    when 'order_type' then e.programme
    when 'ethnicity' then e.ethnicity
    when 'sex' then e.sex
    when 'age_band' then e.age_band
  end
