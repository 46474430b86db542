-- One row per window: children seen since, over the children whom mental health first offered an appointment in it.
-- Each child once, by the first of their offers in the window, then by the referral’s number. Seen on any later day.
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
  count(o.child_id) filter (where o.seen_on is not null)::integer as numerator,
  count(o.child_id)::integer as denominator
from windows as w
left join offered as o on o.window_id = w.window_id
group by w.window_id, w.ends
order by w.ends
