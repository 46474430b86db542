-- One row per option of the rules entrant_age and entrant_residence and child: the formal outcome by which the child entered
-- the system, by every pair of options but the default one, which marts.first_formal_outcomes has.
-- at_offence: an outcome counts if the child was 10 to 17 at one of its offences (at the outcome, where none is recorded) and
-- 17 or younger at its first hearing, where that is recorded; any other is passed over before the first is chosen.
-- at_outcome: the first is chosen, and the child must be 10 to 17 that day.
-- on_the_day: any child may be the service's own; whether they lived here on the day is asked after the first is chosen. The
-- outcome says it or, where it does not, the days of the transfers do: a child who is another authority's today lived here
-- only until they were transferred out.
with offence_ages as (
  select
    f.offence_id,
    age_on(f.offence_date, b.date_of_birth) as age
  from staging.offences as f
  join birthdays as b on b.child_id = f.child_id
),
offended as (
  select l.outcome_id, bool_or(a.age between 10 and 17) as as_child
  from staging.outcome_offences as l
  join offence_ages as a on a.offence_id = l.offence_id
  group by l.outcome_id
),
formal as (
  select
    o.outcome_id,
    o.child_id,
    o.outcome_date,
    c.prior_formal_outcome_elsewhere,
    c.ethnicity,
    c.sex,
    c.looked_after,
    c.responsible_authority in (select a.area_code from staging.service_areas as a) as is_ours,
    age_on(o.outcome_date, b.date_of_birth) as age,
    d.as_child,
    age_on(o.first_hearing_on, b.date_of_birth) as age_at_hearing,
    case o.residence
      when 'Local' then true
      when 'Other' then false
      else
        coalesce(o.outcome_date >= c.transferred_in_on, true)
        and coalesce(
          o.outcome_date <= c.transferred_out_on,
          c.responsible_authority in (select a.area_code from staging.service_areas as a)
        )
    end as lived_here
  from staging.outcomes as o
  join staging.children as c on c.child_id = o.child_id
  join birthdays as b on b.child_id = c.child_id
  left join offended as d on d.outcome_id = o.outcome_id
  where o.formal and not o.overturned
),
candidates as (
  select a.entrant_age, r.entrant_residence, f.*
  from formal as f
  cross join (values ('at_outcome'), ('at_offence')) as a(entrant_age)
  cross join (values ('today'), ('on_the_day')) as r(entrant_residence)
  where (a.entrant_age <> 'at_outcome' or r.entrant_residence <> 'today')
    and (r.entrant_residence = 'on_the_day' or f.is_ours)
    and (
      a.entrant_age = 'at_outcome'
      or (coalesce(f.as_child, f.age between 10 and 17) and coalesce(f.age_at_hearing <= 17, true))
    )
),
firsts as (
  select *
  from candidates
  qualify row_number() over (
    partition by entrant_age, entrant_residence, child_id order by outcome_date, natural_order(outcome_id)
  ) = 1
)
select
  f.entrant_age,
  f.entrant_residence,
  f.child_id,
  f.outcome_id,
  f.outcome_date,
  f.age,
  f.ethnicity,
  f.sex,
  age_band(f.age) as age_band,
  f.looked_after
from firsts as f
where f.prior_formal_outcome_elsewhere is not true
  and (f.entrant_age = 'at_offence' or f.age between 10 and 17)
  and (f.entrant_residence = 'today' or f.lived_here)
