-- One row per window: places at the board whose partner contributed data, over all expected in the window.
-- Not recorded is not contributed.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(a.partner) filter (where a.contributed_data)::integer as numerator,
  count(a.partner)::integer as denominator
from windows as w
left join marts.board_attendance as a on a.meeting_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
