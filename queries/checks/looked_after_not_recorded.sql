-- One row, or none: children this service counts for whom nobody recorded whether they are looked after.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where c.looked_after = 'not recorded'))::integer as found,
  count(*)::integer as whole
from marts.children as c
having found > 0
