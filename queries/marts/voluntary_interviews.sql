-- One row per voluntary interview of a child aged 10 to 17 on the day whom this service would count: one of its own
-- children, or somebody linked to no child on file whose home, by the police, is in its area. `child_key` is the child, or
-- the person where no child is linked. Age is whole years on the day for a child on file; else it is what the police wrote.
with placed as (
  select
    r.interview_id,
    coalesce(l.child_id, r.person_id) as child_key,
    r.interviewed_on,
    coalesce(
      age_on(r.interviewed_on, b.date_of_birth),
      r.age
    ) as age
  from staging.voluntary_interviews as r
  left join staging.links as l on l.source = 'police' and l.person_id = r.person_id
  left join marts.children as c on c.child_id = l.child_id
  left join birthdays as b on b.child_id = c.child_id
  where if(l.child_id is null, r.lives_here, c.child_id is not null)
)
select p.interview_id, p.child_key, p.interviewed_on
from placed as p
where p.age between 10 and 17
