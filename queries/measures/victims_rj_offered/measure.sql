-- One row per window: victims offered restorative justice, over those identified in the window who consented to contact.
-- Not recorded is not offered, and stays in the denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(v.victim_id) filter (where v.rj_offered)::integer as numerator,
  count(v.victim_id)::integer as denominator
from windows as w
left join marts.victims as v on v.consented and v.identified_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
