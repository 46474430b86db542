-- One row per window: days from referral to first offer, over the referrals to mental health first offered in the window.
-- Whole days; an offer on the day of the referral took none. An average of few is moved by one long wait.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  coalesce(sum(r.offered_on - r.referred_on), 0)::integer as numerator,
  count(r.referral_id)::integer as denominator
from windows as w
left join marts.health_referrals as r
  on r.service = 'Mental health service'
  and r.offered_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
