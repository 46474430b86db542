-- One row per window: times a return interview was offered, over the times a child went missing in the window.
-- Not recorded is not offered, and stays in the denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(m.missing_id) filter (where m.return_interview_offered)::integer as numerator,
  count(m.missing_id)::integer as denominator
from windows as w
left join marts.missing_episodes as m on m.missing_from between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
