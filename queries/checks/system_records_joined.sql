-- One row, or none: records that two case systems both hold, each counted once.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where how = 'both'))::integer as found,
  count(*)::integer as whole
from staging.system_records
having found > 0
