-- One row per window: places at the board filled by a senior member, over all expected in the window.
-- A deputy who is not senior does not count.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(a.partner) filter (where a.senior_came)::integer as numerator,
  count(a.partner)::integer as denominator
from windows as w
left join marts.board_attendance as a on a.meeting_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
