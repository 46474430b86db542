-- One row per window: children waiting on its last day for a first offer from mental health, each once.
-- Offered or closed on that day is waiting no more. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct r.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.health_referrals as r
  on r.service = 'Mental health service'
  and r.referred_on <= w.ends
  and (r.offered_on is null or r.offered_on > w.ends)
  and (r.closed_on is null or r.closed_on > w.ends)
group by w.window_id, w.ends
order by w.ends
