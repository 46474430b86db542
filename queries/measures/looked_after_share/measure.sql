-- One row per window: children worked with in the window who are looked after, over all worked with.
-- Worked with as in children_worked_with. Looked after as now recorded; not recorded stays in the denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct i.child_id) filter (where i.looked_after = 'yes')::integer as numerator,
  count(distinct i.child_id)::integer as denominator
from windows as w
left join marts.interventions as i
  on i.start_date <= w.ends
  and (i.end_date is null or i.end_date >= greatest(w.starts, i.start_date))
group by w.window_id, w.ends
order by w.ends
