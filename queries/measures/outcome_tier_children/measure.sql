-- One row per window: children given an outcome of one tier in the window, each once.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct o.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.outcomes as o on o.tier = $tier and o.outcome_date between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
