-- One row per window: incidents with a learning review, over those in the window.
-- Not recorded is none, and stays in the denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(n.incident_id) filter (where n.learning_review)::integer as numerator,
  count(n.incident_id)::integer as denominator
from windows as w
left join marts.incidents as n on n.incident_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
