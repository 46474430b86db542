-- One row per window: children with a report due in the window, each once.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct r.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.court_reports as r on r.due_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
