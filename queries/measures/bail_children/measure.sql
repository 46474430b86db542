-- One row per window: children with a decision of one level between hearings in the window, each once.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct r.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.remand_decisions as r on r.level = $level and r.decided_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
