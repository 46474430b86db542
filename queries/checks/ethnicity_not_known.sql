-- One row, or none: children this service counts whose ethnicity is blank, refused, or a label that mixes groups.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where c.ethnicity = 'Not known'))::integer as found,
  count(*)::integer as whole
from marts.children as c
having found > 0
