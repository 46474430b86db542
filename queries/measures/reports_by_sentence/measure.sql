-- One row per window and answer: reports due in the window and compared with the sentence.
-- Pre-sentence and specific sentence reports alone: a panel or breach report proposes no sentence. A count: no denominator.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(r.report_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.court_reports as r
  on r.kind in ('Pre-sentence report', 'Specific sentence report') and r.followed is not null
  and r.due_on between w.starts and w.ends
  and g.group_code = if(g.breakdown = 'total', 'all', r.followed)
where g.breakdown in ('total', 'report_followed')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
