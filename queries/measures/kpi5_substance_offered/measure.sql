-- One row per window and group: children who were offered specialist treatment, by the end of an intervention that ended.
-- Out of children with the need.
-- A child counts once, by the ending that the rule kpi_cohort chooses; an answer nobody recorded stays in every denominator and is counted by itself.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(k.child_id) filter (where if(g.breakdown = 'not_recorded', k.substance_offered is null, k.substance_offered))::integer as numerator,
  count(k.child_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.kpi_endings as k
  on k.breakdown = g.breakdown
  and k.group_code = g.group_code
  and k.point = 'End'
  and k.ended_on between w.starts and w.ends
  and k.cohort = w.kpi_cohort
  and k.previous_ended_on < w.starts
  and k.next_ended_on > w.ends
  and k.substance_need
where g.breakdown in ('total', 'not_recorded', 'order_type', 'ethnicity', 'sex', 'age_band')
  or (g.breakdown = 'voluntary' and w.kpi_cohort = 'six_orders')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
