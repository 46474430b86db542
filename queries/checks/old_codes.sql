-- One row, or none: outcomes sent under a code that has come to mean diversion, such as a Reprimand since April 2013.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where o.note like '%sent under an old code%'))::integer as found,
  count(*)::integer as whole
from staging.outcomes as o
where o.child_id in (select c.child_id from marts.children as c)
having found > 0
