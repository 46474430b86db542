-- One row per window and role: posts vacant over all posts, on the last day of the window that posts were counted.
-- Posts, whole or part.
with latest as (
  select w.window_id, max(s.as_at) as as_at
  from windows as w
  join marts.staff as s on s.as_at between w.starts and w.ends
  group by w.window_id
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(s.post_id) filter (where s.vacant)::integer as numerator,
  count(s.post_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join latest as l on l.window_id = w.window_id
left join marts.staff as s on s.as_at = l.as_at and g.group_code = if(g.breakdown = 'total', 'all', s.role)
where g.breakdown in ('total', 'staff_role')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
