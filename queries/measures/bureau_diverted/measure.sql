-- One row per window: Bureau decisions that divert, over all its decisions dated in the window.
-- An adjourned case waits for its decision and is in neither.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(r.referral_id) filter (where r.decision in ('Community Resolution', 'Outcome 20', 'Outcome 21', 'Outcome 22', 'Outcome 23', 'No Further Action'))::integer as numerator,
  count(r.referral_id)::integer as denominator
from windows as w
left join marts.referrals as r
  on r.referred_to = 'Bureau' and r.decision <> 'Adjourned'
  and r.decided_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
