-- One row per window: interventions completed, over those that ended in the window.
-- No reason recorded is not completed, and stays in the denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(i.intervention_id) filter (where i.completed)::integer as numerator,
  count(i.intervention_id)::integer as denominator
from windows as w
left join marts.interventions_ended as i on i.ended_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
