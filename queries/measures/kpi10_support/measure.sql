-- One row per window and group: victims given additional support or signposted to it.
-- Out of victims who asked for it or, by that option of the rule kpi10_given, who consented to be contacted; identified in
-- the window. Nothing here says who they are.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  case g.breakdown
    when 'not_recorded' then count(k.victim_id) filter (where k.support is null)
    else count(k.victim_id) filter (where k.support)
  end::integer as numerator,
  count(k.victim_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.victims as k
  on k.identified_on between w.starts and w.ends
  and if(w.kpi10_given = 'of_those_who_consented', k.consented, k.support_requested)
where g.breakdown in ('total', 'not_recorded')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
