-- One row per window: supervisions of staff held, over those due in the window.
-- Held late is held.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(s.supervision_id) filter (where s.held_on is not null)::integer as numerator,
  count(s.supervision_id)::integer as denominator
from windows as w
left join marts.supervision as s on s.due_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
