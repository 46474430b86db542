-- One row per referral of a child this service counts to a panel or a service.
-- Age is whole years on `referred_on`.
with aged as (
  select
    r.referral_id,
    r.child_id,
    r.intervention_id,
    r.referred_to,
    r.partner,
    r.source,
    r.referred_on,
    r.panel_date,
    r.decision,
    r.decided_on,
    r.offered_on,
    r.started_on,
    r.ended_on,
    r.completed,
    c.ethnicity,
    c.sex,
    c.looked_after,
    age_on(r.referred_on, b.date_of_birth) as age
  from staging.referrals as r
  join marts.children as c on c.child_id = r.child_id
  join birthdays as b on b.child_id = c.child_id
)
select
  a.referral_id,
  a.child_id,
  a.intervention_id,
  a.referred_to,
  a.partner,
  a.source,
  a.referred_on,
  a.panel_date,
  a.decision,
  a.decided_on,
  a.offered_on,
  a.started_on,
  a.ended_on,
  a.completed,
  a.ethnicity,
  a.sex,
  age_band(a.age) as age_band,
  a.looked_after
from aged as a
