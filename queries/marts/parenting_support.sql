-- One row per referral for support to the parents or carers of a child this service counts.
-- Age is whole years on `referred_on`, counted by hand because DuckDB's datesub gives a child born on 29 February their
-- birthday on the 28th.
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
    (
      year(r.referred_on) - year(b.date_of_birth)
      - if((month(r.referred_on), day(r.referred_on)) < (month(b.date_of_birth), day(b.date_of_birth)), 1, 0)
    )::integer as age
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
  g.group_code as age_band,
  a.looked_after
from aged as a
left join marts.groups as g on g.breakdown = 'age_band' and a.age between g.age_from and g.age_to
