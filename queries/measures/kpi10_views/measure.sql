-- One row per window and group: victims asked for their view before a decision or plan.
-- Out of victims who consented to be contacted, identified in the window. Nothing here says who they are.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  case g.breakdown
    when 'not_recorded' then count(k.victim_id) filter (where k.views_sought is null)
    else count(k.victim_id) filter (where k.views_sought)
  end::integer as numerator,
  count(k.victim_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.victims as k
  on k.identified_on between w.starts and w.ends
  and k.consented
where g.breakdown in ('total', 'not_recorded')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
