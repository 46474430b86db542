-- One row per window: remand episodes that started in the window, in youth detention or local authority accommodation.
-- Episodes, not children; a remand that began before the window is not counted again. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(s.episode_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.custody_episodes as s on s.remand and s.start_date between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
