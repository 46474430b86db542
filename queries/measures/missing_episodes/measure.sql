-- One row per window: times a child went missing in the window.
-- Times, not children. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(m.missing_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.missing_episodes as m on m.missing_from between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
