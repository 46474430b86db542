-- One row per window: children first offered an appointment within 28 days, over all whom mental health offered one in it.
-- Each child once, by the first of their offers in the window, then by the referral’s number. Those still waiting have
-- another measure.
with offered as (
  select w.window_id, r.child_id, r.referred_on, r.offered_on, r.seen_on
  from windows as w
  join marts.health_referrals as r
    on r.service = 'Mental health service'
    and r.offered_on between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, r.child_id order by r.offered_on, natural_order(r.referral_id)) = 1
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(o.child_id) filter (where o.offered_on - o.referred_on <= 28)::integer as numerator,
  count(o.child_id)::integer as denominator
from windows as w
left join offered as o on o.window_id = w.window_id
group by w.window_id, w.ends
order by w.ends
