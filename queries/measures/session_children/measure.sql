-- One row per window: children offered a session of one kind in the window, each once.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct s.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.sessions as s on s.kind = $kind and s.offered_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
