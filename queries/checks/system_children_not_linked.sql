-- One row, or none: children who came with a newer case system and are linked to none of the older. If they are in both,
-- they and what they did are counted twice.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where earlier is null))::integer as found,
  count(*)::integer as whole
from staging.system_children
having found > 0
