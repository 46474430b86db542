-- One row, or none: records that only one of two case systems holds, on days of which both hold some. Each is counted.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where how <> 'both'))::integer as found,
  count(*)::integer as whole
from staging.system_records
having found > 0
