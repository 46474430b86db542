-- One row per window: working days lost to sickness, over the posts counted on each day of the window that posts were counted.
-- A post counted in four quarters is four. A post whose days were not recorded, or that is vacant, is in neither.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  round(coalesce(sum(s.sickness_days), 0))::integer as numerator,
  count(s.post_id)::integer as denominator
from windows as w
left join marts.staff as s
  on s.vacant is not true
  and s.sickness_days is not null
  and s.as_at between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
