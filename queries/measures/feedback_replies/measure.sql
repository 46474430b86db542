-- One row per window: questionnaires handed in during the window, each once however many questions it answers.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct f.reply_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.feedback as f on f.replied_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
