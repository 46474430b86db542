-- One row per window and group: children with this link at the end of an intervention that ended: looked after.
-- Out of children linked to any wider service or, by the option any_point of the rule kpi7_links, out of all of them, linked
-- at either point.
-- A child counts once, by the ending that the rule kpi_cohort chooses; an answer nobody recorded stays in every denominator and is counted by itself.
with answered as (
  select r.rule, k.*, if(r.rule = 'any_point', k.ever_looked_after, k.linked_looked_after) as linked
  from marts.kpi_endings as k
  cross join (values ('at_the_end'), ('any_point')) as r(rule)
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(k.child_id) filter (where if(g.breakdown = 'not_recorded', k.linked is null, k.linked))::integer as numerator,
  count(k.child_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join answered as k
  on k.breakdown = g.breakdown
  and k.group_code = g.group_code
  and k.point = 'End'
  and k.ended_on between w.starts and w.ends
  and k.cohort = w.kpi_cohort
  and k.rule = w.kpi7_links
  and k.previous_ended_on < w.starts
  and k.next_ended_on > w.ends
  and (k.rule = 'any_point' or k.linked_in_wales)
where g.breakdown in ('total', 'not_recorded', 'order_type', 'ethnicity', 'sex', 'age_band')
  or (g.breakdown = 'voluntary' and w.kpi_cohort = 'six_orders')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
