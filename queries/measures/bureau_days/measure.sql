-- One row per window: days from referral to decision, over the Bureau decisions dated in the window.
-- Whole days; a decision on the day of the referral took none. An adjourned case waits for its decision.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  coalesce(sum(r.decided_on - r.referred_on), 0)::integer as numerator,
  count(r.referral_id)::integer as denominator
from windows as w
left join marts.referrals as r
  on r.referred_to = 'Bureau' and r.decision <> 'Adjourned'
  and r.decided_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
