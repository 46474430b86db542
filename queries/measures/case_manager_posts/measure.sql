-- One row per window: hundredths of full-time case management posts filled on the last day of the window that posts were counted.
-- The denominator is 100, so that the value is full-time posts; 0 where no posts were counted in the window.
with latest as (
  select w.window_id, max(s.as_at) as as_at
  from windows as w
  join marts.staff as s on s.as_at between w.starts and w.ends
  group by w.window_id
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  round(100 * coalesce(sum(s.full_time_equivalent), 0))::integer as numerator,
  if(max(l.as_at) is null, 0, 100) as denominator
from windows as w
left join latest as l on l.window_id = w.window_id
left join marts.staff as s on s.as_at = l.as_at
  and s.role = 'Case manager'
  and s.vacant is not true
group by w.window_id, w.ends
order by w.ends
