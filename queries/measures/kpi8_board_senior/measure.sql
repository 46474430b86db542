-- One row per window and group: statutory partners represented by somebody senior at meetings of the management board.
-- Out of statutory partners expected, one for each meeting.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  (count(k.partner) filter (where k.senior_came))::integer as numerator,
  count(k.partner)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.board_attendance as k
  on k.meeting_on between w.starts and w.ends
  and k.statutory
where g.breakdown in ('total')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
