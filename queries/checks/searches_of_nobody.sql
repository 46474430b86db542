-- One row, or none: searches of which the police do not say whom they searched. They are in no figure of children.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where s.person_id is null))::integer as found,
  count(*)::integer as whole
from staging.stop_searches as s
having found > 0
