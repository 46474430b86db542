-- One row, or none: people in social care's records who are not linked to a child of the service. They are in no figure.
-- Columns: about (what, where one check has several), found, whole (out of how many).
with people as (
  select person_id from staging.care_children
  union
  select person_id from staging.care_episodes
  union
  select person_id from staging.care_plans
)
select
  null::varchar as about,
  (count(*) filter (where l.child_id is null))::integer as found,
  count(*)::integer as whole
from people as p
left join staging.links as l on l.source = 'social_care' and l.person_id = p.person_id
having found > 0
