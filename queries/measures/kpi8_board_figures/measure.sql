-- One row per window and group: statutory partners who brought figures on disproportionality to the management board.
-- Out of statutory partners expected, one for each meeting. Whether they came is not asked.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  case g.breakdown
    when 'not_recorded' then count(k.partner) filter (where k.contributed_data is null)
    else count(k.partner) filter (where k.contributed_data)
  end::integer as numerator,
  count(k.partner)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.board_attendance as k
  on k.meeting_on between w.starts and w.ends
  and k.statutory
where g.breakdown in ('total', 'not_recorded')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
