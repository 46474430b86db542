-- One row per window: children referred to one programme in the window, each once.
-- Declined or not. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct r.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.referrals as r on r.referred_to = $referred_to and r.referred_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
