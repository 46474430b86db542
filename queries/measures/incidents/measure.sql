-- One row per window: incidents in the window.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(n.incident_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.incidents as n on n.incident_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
