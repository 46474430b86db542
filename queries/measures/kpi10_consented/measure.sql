-- One row per window and group: victims who consented to be contacted.
-- Out of all victims, identified in the window. Nothing here says who they are.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  case g.breakdown
    when 'not_recorded' then count(k.victim_id) filter (where k.consented is null)
    else count(k.victim_id) filter (where k.consented)
  end::integer as numerator,
  count(k.victim_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.victims as k
  on k.identified_on between w.starts and w.ends
where g.breakdown in ('total', 'not_recorded')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
