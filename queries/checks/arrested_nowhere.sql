-- One row, or none: people arrested who are linked to no child and of whom the police gave no home or no age, so that
-- nobody can say whether they are children of this area. They are in no figure.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(distinct a.person_id) filter (where l.child_id is null and (a.home_authority is null or a.age is null)))::integer as found,
  count(distinct a.person_id)::integer as whole
from staging.arrests as a
left join staging.links as l on l.source = 'police' and l.person_id = a.person_id
having found > 0
