-- One row per time a child this service counts went missing. A person of social care's who is linked to no child is left out.
-- Age is whole years on `missing_from`.
with whose as (
  select m.*, coalesce(m.child_id, l.child_id) as of_child
  from staging.missing_episodes as m
  left join staging.links as l on l.source = 'social_care' and l.person_id = m.person_id
),
aged as (
  select
    r.missing_id,
    r.of_child as child_id,
    r.missing_from,
    r.found_on,
    r.return_interview_offered,
    r.return_interview_accepted,
    c.ethnicity,
    c.sex,
    c.looked_after,
    age_on(r.missing_from, b.date_of_birth) as age
  from whose as r
  join marts.children as c on c.child_id = r.of_child
  join birthdays as b on b.child_id = c.child_id
)
select
  a.missing_id,
  a.child_id,
  a.missing_from,
  a.found_on,
  a.return_interview_offered,
  a.return_interview_accepted,
  a.ethnicity,
  a.sex,
  age_band(a.age) as age_band,
  a.looked_after
from aged as a
