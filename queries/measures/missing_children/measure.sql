-- One row per window: children who went missing in the window, each once.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct m.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.missing_episodes as m on m.missing_from between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
