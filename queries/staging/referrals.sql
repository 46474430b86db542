-- One row per referral of a child to a panel or a service, with the partner who runs it.
select
  r.referral_id,
  r.child_id,
  r.intervention_id,
  r.referred_to,
  s.partner,
  r.source,
  r.referred_on,
  r.panel_date,
  r.decision,
  r.decided_on,
  r.offered_on,
  r.started_on,
  r.ended_on,
  r.completed
from raw.referrals as r
left join codes.referral_service as s on s.label = r.referred_to
