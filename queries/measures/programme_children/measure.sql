-- One row per window: children with one programme open on any day of the window, each once.
-- One that ended before it started was open on no day. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct i.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.interventions as i
  on i.programme = $programme
  and i.start_date <= w.ends
  and (i.end_date is null or i.end_date >= greatest(w.starts, i.start_date))
group by w.window_id, w.ends
order by w.ends
