-- One row per arrest of a child aged 10 to 17 on the day whom this service would count: one of its own children, or
-- somebody linked to no child on file whose home, by the police, is in its area. `child_key` is the child, or the person
-- where no child is linked; two persons linked to one child are one.
-- Age is whole years on the day for a child on file; else it is what the police wrote. Ethnicity and sex are those the
-- service knows, else the last that the police do, the same on every row of a child.
with placed as (
  select
    r.arrest_id,
    coalesce(l.child_id, r.person_id) as child_key,
    l.child_id is not null as linked,
    r.arrested_on,
    coalesce(
      age_on(r.arrested_on, b.date_of_birth),
      r.age
    ) as age,
    coalesce(nullif(c.ethnicity, 'Not known'), r.ethnicity) as ethnicity,
    coalesce(nullif(c.sex, 'Not known'), r.sex) as sex,
    (r.arrested_on, natural_order(r.arrest_id)) as place
  from staging.arrests as r
  left join staging.links as l on l.source = 'police' and l.person_id = r.person_id
  left join marts.children as c on c.child_id = l.child_id
  left join birthdays as b on b.child_id = c.child_id
  where if(l.child_id is null, r.lives_here, c.child_id is not null)
),
known as (
  select
    p.child_key,
    max_by(p.ethnicity, p.place) filter (where p.ethnicity <> 'Not known') as ethnicity,
    max_by(p.sex, p.place) filter (where p.sex <> 'Not known') as sex
  from placed as p
  group by p.child_key
)
select
  p.arrest_id,
  p.child_key,
  p.linked,
  p.arrested_on,
  coalesce(k.ethnicity, 'Not known') as ethnicity,
  coalesce(k.sex, 'Not known') as sex
from placed as p
join known as k on k.child_key = p.child_key
where p.age between 10 and 17
