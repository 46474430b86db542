-- One row per window: disagreements raised in the window.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(e.escalation_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.escalations as e on e.raised_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
