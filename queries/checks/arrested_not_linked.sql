-- One row, or none: children arrested whom no child of the service is linked to. They count as the police describe them.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(distinct a.child_key) filter (where not a.linked))::integer as found,
  count(distinct a.child_key)::integer as whole
from marts.arrests as a
having found > 0
