-- One row per window: days from raising a disagreement to resolving it, over those resolved in the window.
-- Whole days. One not resolved yet is in neither.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  coalesce(sum(e.resolved_on - e.raised_on), 0)::integer as numerator,
  count(e.escalation_id)::integer as denominator
from windows as w
left join marts.escalations as e on e.resolved_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
