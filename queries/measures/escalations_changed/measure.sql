-- One row per window: disagreements after which the decision was changed, over those resolved in the window.
-- One not resolved yet is in neither.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(e.escalation_id) filter (where e.outcome = 'Decision changed')::integer as numerator,
  count(e.escalation_id)::integer as denominator
from windows as w
left join marts.escalations as e on e.resolved_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
