-- One row per window: children given one type of outcome in the window, each once.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct o.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.outcomes as o
  on o.outcome_type = $outcome_type
  and o.outcome_date between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
