-- One row, or none: pupils of education's records who are not linked to a child of the service. They are in no figure.
-- Columns: about (what, where one check has several), found, whole (out of how many).
with pupils as (
  select person_id from staging.school_attendance
  union
  select person_id from staging.school_exclusions
  union
  select person_id from staging.learning_plans
)
select
  null::varchar as about,
  (count(*) filter (where l.child_id is null))::integer as found,
  count(*)::integer as whole
from pupils as p
left join staging.links as l on l.source = 'education' and l.person_id = p.person_id
having found > 0
