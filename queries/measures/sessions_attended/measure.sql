-- One row per window: sessions of one kind attended, over those offered in the window.
-- Not recorded is not attended, and stays in the denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(s.session_id) filter (where s.attended)::integer as numerator,
  count(s.session_id)::integer as denominator
from windows as w
left join marts.sessions as s on s.kind = $kind and s.offered_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
