-- One row per window: children with an intervention that ended in the window, each once.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct i.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.interventions_ended as i on i.ended_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
