-- One row, or none: outcomes that an appeal changed or quashed, which are in no count.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where o.overturned))::integer as found,
  count(*)::integer as whole
from staging.outcomes as o
where o.child_id in (select c.child_id from marts.children as c)
having found > 0
