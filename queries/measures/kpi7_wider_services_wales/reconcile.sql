-- One row per window and child whom the Youth Justice Board's query (version 8, June 2025) counts as linked and we do not, or
-- the other way about: it counts six types of order, the most serious once, and a link at any point of the order, early
-- help among them. Ours is by the options that the window is counted by. What comes between start and end is in no extract.
with answered as (
  select
    w.window_id,
    k.child_id,
    k.intervention_id,
    k.cohort,
    w.kpi_cohort,
    k.linked_in_wales as linked,
    k.ever_linked_in_wales as ever_linked,
    if(w.kpi7_links = 'any_point' and $point = 'End', k.ever_linked_in_wales, k.linked_in_wales) as linked_here
  from windows as w
  join marts.kpi_endings as k
    on k.breakdown = 'total'
    and k.point = $point
    and k.ended_on between w.starts and w.ends
    and k.previous_ended_on < w.starts
    and k.next_ended_on > w.ends
),
ours as (
  select * from answered where cohort = kpi_cohort
),
theirs as (
  select * replace (if($point = 'End', ever_linked, linked) as linked) from answered where cohort = 'six_orders'
)
select
  coalesce(t.window_id, o.window_id) as window_id,
  coalesce(t.intervention_id, o.intervention_id) as record_id,
  coalesce(t.child_id, o.child_id) as child_id,
  coalesce(o.linked_here, false)::integer as ours,
  coalesce(t.linked, false)::integer as theirs,
  case
    when t.child_id is null then 'no order of the six types ended, or no child of 10 to 17 when it began'
    when o.child_id is null then 'another child of the cohort'
    when o.intervention_id <> t.intervention_id then 'another order of theirs is the most serious'
    else 'linked at the start or by early help, and not at the end'
  end as reason
from ours as o
full join theirs as t on t.window_id = o.window_id and t.child_id = o.child_id
where ours <> theirs
order by window_id, record_id
