-- One row per window and child who completed one of several disposals that ended in it, but not the latest, with how often
-- each counts them: the Youth Justice Board's query (version 8, June 2025) is content with one, and we go by the latest
-- unless the rule kpi6_completed says any_one. None where it does.
with ended as (
  select
    w.window_id,
    w.kpi6_completed,
    k.intervention_id,
    k.child_id,
    k.completed,
    bool_or(k.completed) over of_child as any_completed,
    row_number() over (of_child order by k.ended_on desc, natural_order(k.intervention_id) desc) = 1 as latest
  from windows as w
  join marts.interventions_ended as k
    on k.out_of_court
    and k.ended_on between w.starts and w.ends
    and k.ended_on >= k.started_on
  window of_child as (partition by w.window_id, k.child_id)
)
select
  e.window_id,
  e.intervention_id as record_id,
  e.child_id,
  0 as ours,
  1 as theirs,
  'another disposal that ended in the window was completed, and the latest was not' as reason
from ended as e
where e.latest
  and e.kpi6_completed = 'latest'
  and e.any_completed
  and e.completed is not true
order by e.window_id, record_id
