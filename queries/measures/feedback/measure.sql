-- One row per window: replies that agree with one statement, over the replies to it in the window.
-- Scores are 1 to 5; 4 and 5 agree. A question without an answer is in neither.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(f.reply_id) filter (where f.score >= 4)::integer as numerator,
  count(f.reply_id)::integer as denominator
from windows as w
left join marts.feedback as f
  on f.question = $question and f.score is not null
  and f.replied_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
