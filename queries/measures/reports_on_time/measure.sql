-- One row per window: reports delivered no later than the day they were due, over all due in the window.
-- A report not delivered is late.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(r.report_id) filter (where r.delivered_on <= r.due_on)::integer as numerator,
  count(r.report_id)::integer as denominator
from windows as w
left join marts.court_reports as r on r.due_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
