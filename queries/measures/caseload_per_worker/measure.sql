-- One row per window: cases held over the filled posts that hold them, on the last day of the window that posts were counted.
-- A post whose caseload was not recorded is in neither.
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
  coalesce(sum(s.caseload), 0)::integer as numerator,
  count(s.post_id)::integer as denominator
from windows as w
left join latest as l on l.window_id = w.window_id
left join marts.staff as s on s.as_at = l.as_at
  and s.case_holding
  and s.caseload is not null
  and s.vacant is not true
group by w.window_id, w.ends
order by w.ends
