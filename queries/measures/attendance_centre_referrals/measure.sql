-- One row per window: referrals to the attendance centre in the window.
-- Referrals, not children. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(r.referral_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.referrals as r
  on r.referred_to = 'Attendance centre'
  and r.referred_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
