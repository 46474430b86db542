-- One row per referral for support to the parents or carers of a child this service counts.
-- Age is whole years on `referred_on`.
with aged as (
  select
    r.support_id,
    r.child_id,
    r.referred_on,
    r.supported_on,
    r.assessment_consented,
    r.assessed_on,
    r.started_on,
    r.completed_on,
    c.ethnicity,
    c.sex,
    c.looked_after,
    age_on(r.referred_on, b.date_of_birth) as age
  from staging.parenting_support as r
  join marts.children as c on c.child_id = r.child_id
  join birthdays as b on b.child_id = c.child_id
)
select
  a.support_id,
  a.child_id,
  a.referred_on,
  a.supported_on,
  a.assessment_consented,
  a.assessed_on,
  a.started_on,
  a.completed_on,
  a.ethnicity,
  a.sex,
  age_band(a.age) as age_band,
  a.looked_after
from aged as a
