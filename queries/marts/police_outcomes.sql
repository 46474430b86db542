-- One row per outcome that the police gave without a court to a child aged 10 to 17 on the day whom this service would
-- count: one of its own children, or somebody linked to no child on file whose home, by the police, is in its area.
-- `child_key` is the child, or the person where no child is linked. `told`: the service has an outcome of the child, court or
-- not, dated up to 31 days before or after. Age is whole years on the day for a child on file; else it is what the police wrote.
with placed as (
  select
    r.police_outcome_id,
    l.child_id,
    coalesce(l.child_id, r.person_id) as child_key,
    r.given_on,
    coalesce(
      age_on(r.given_on, b.date_of_birth),
      r.age
    ) as age
  from staging.police_outcomes as r
  left join staging.links as l on l.source = 'police' and l.person_id = r.person_id
  left join marts.children as c on c.child_id = l.child_id
  left join birthdays as b on b.child_id = c.child_id
  where if(l.child_id is null, r.lives_here, c.child_id is not null)
)
select
  p.police_outcome_id,
  p.child_key,
  p.given_on,
  exists (
    select 1
    from marts.outcomes as o
    where o.child_id = p.child_id and o.outcome_date between p.given_on - 31 and p.given_on + 31
  ) as told
from placed as p
where p.age between 10 and 17
