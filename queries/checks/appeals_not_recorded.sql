-- One row, or none: courts' outcomes, where the extract says of none of them what an appeal made of it.
-- One that was changed or quashed is then counted as it was given.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  count(*)::integer as found,
  count(*)::integer as whole
from staging.outcomes as o
where o.court and o.child_id in (select c.child_id from marts.children as c)
having found > 0 and count(o.appeal_status) = 0
