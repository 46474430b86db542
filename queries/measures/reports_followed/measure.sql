-- One row per window: reports whose proposal was followed, over the reports due in the window and compared with the sentence.
-- Pre-sentence and specific sentence reports alone: a panel or breach report proposes no sentence.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(r.report_id) filter (where r.followed = 'Followed')::integer as numerator,
  count(r.report_id)::integer as denominator
from windows as w
left join marts.court_reports as r
  on r.kind in ('Pre-sentence report', 'Specific sentence report') and r.followed is not null
  and r.due_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
