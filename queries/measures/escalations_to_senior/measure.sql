-- One row per window: disagreements that reached a service manager or the chair of the board, over those raised in the window.
-- By the highest level reached.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(e.escalation_id) filter (where e.level in ('Service manager', 'Board chair'))::integer as numerator,
  count(e.escalation_id)::integer as denominator
from windows as w
left join marts.escalations as e on e.raised_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
