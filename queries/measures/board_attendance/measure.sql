-- One row per window: meetings that somebody of one partner came to, over those where the partner was expected in the window.
-- A deputy counts as somebody.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(a.partner) filter (where a.came)::integer as numerator,
  count(a.partner)::integer as denominator
from windows as w
left join marts.board_attendance as a
  on a.partner = $partner
  and a.meeting_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
