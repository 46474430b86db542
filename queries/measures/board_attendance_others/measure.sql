-- One row per window: places at the board filled by partners that are not statutory, over those expected in the window.
-- A place is one partner at one meeting.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(a.partner) filter (where a.came)::integer as numerator,
  count(a.partner)::integer as denominator
from windows as w
left join marts.board_attendance as a on not a.statutory and a.meeting_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
