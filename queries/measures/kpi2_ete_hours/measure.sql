-- One row per window and group: children who attended 25 hours a week at school age, or 16 above it, at the end; or who were
-- offered them, by that option of the rule kpi2_hours.
-- A child counts once, by the ending that the rule kpi_cohort chooses; an answer nobody recorded stays in every denominator and is counted by itself.
with answered as (
  select
    h.hours,
    k.*,
    if(h.hours = 'offered', k.ete_hours_offered, k.ete_hours_attended) >= case when k.school_age then 25 when not k.school_age then 16 end as enough
  from marts.kpi_endings as k
  cross join (values ('attended'), ('offered')) as h(hours)
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(k.child_id) filter (where if(g.breakdown = 'not_recorded', k.enough is null, k.enough))::integer as numerator,
  count(k.child_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join answered as k
  on k.breakdown = g.breakdown
  and k.group_code = g.group_code
  and k.point = 'End'
  and k.ended_on between w.starts and w.ends
  and k.cohort = w.kpi_cohort
  and k.hours = w.kpi2_hours
  and k.previous_ended_on < w.starts
  and k.next_ended_on > w.ends
where g.breakdown in ('total', 'not_recorded', 'order_type', 'ethnicity', 'sex', 'age_band')
  or (g.breakdown = 'voluntary' and w.kpi_cohort = 'six_orders')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
