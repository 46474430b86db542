-- One row per window and group: children who attended 25 hours a week at school age, or 16 above it, at the end.
-- A child counts once, by their latest ending; an answer nobody recorded stays in every denominator and is counted by itself.
with answered as (
  select k.*, k.ete_hours_attended >= case when k.school_age then 25 when not k.school_age then 16 end as enough
  from marts.kpi_endings as k
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
  and k.next_ended_on > w.ends
where g.breakdown in ('total', 'not_recorded', 'order_type', 'ethnicity', 'sex', 'age_band')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
