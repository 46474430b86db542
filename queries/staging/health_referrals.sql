-- One row per referral of a person to a health service. `in_order`: nothing was offered before it was asked for.
select
  referral_id,
  person_id,
  service,
  referred_on,
  offered_on,
  seen_on,
  closed_on,
  coalesce(offered_on >= referred_on, true) as in_order
from raw.health_referrals
