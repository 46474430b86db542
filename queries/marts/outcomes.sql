-- One row per outcome of a child this service counts, with who the child was on that day.
-- `breach_only`: every offence the outcome dealt with was a breach. An outcome with no offences recorded is not.
-- One that an appeal changed or quashed is not here, and so in no count: what took its place is an outcome of its own.
with breaches as (
  select l.outcome_id, bool_and(f.breach) as breach_only
  from staging.outcome_offences as l
  join staging.offences as f on f.offence_id = l.offence_id
  group by l.outcome_id
),
aged as (
  select
    o.outcome_id,
    o.child_id,
    o.outcome_date,
    o.outcome_type,
    o.tier,
    o.formal,
    o.court,
    c.ethnicity,
    c.sex,
    c.looked_after,
    c.prior_formal_outcome_elsewhere,
    age_on(o.outcome_date, b.date_of_birth) as age
  from staging.outcomes as o
  join marts.children as c on c.child_id = o.child_id
  join birthdays as b on b.child_id = c.child_id
  where not o.overturned
)
select
  a.outcome_id,
  a.child_id,
  a.outcome_date,
  a.outcome_type,
  a.tier,
  a.formal,
  a.court,
  coalesce(b.breach_only, false) as breach_only,
  a.prior_formal_outcome_elsewhere,
  a.age,
  a.ethnicity,
  a.sex,
  age_band(a.age) as age_band,
  a.looked_after
from aged as a
left join breaches as b on b.outcome_id = a.outcome_id
