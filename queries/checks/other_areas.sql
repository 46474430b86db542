-- One row, or none: children in the extract who are another authority's to count.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where c.responsible_authority not in (select a.area_code from staging.service_areas as a)))::integer as found,
  count(*)::integer as whole
from staging.children as c
having found > 0
