-- One row per window: children whose intervention on one programme started in the window, each once.
-- One that ended before it started is left out. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct i.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.interventions as i
  on i.programme = $programme
  and i.start_date between w.starts and w.ends
  and (i.end_date is null or i.end_date >= i.start_date)
group by w.window_id, w.ends
order by w.ends
