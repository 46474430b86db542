-- One row, or none: outcomes that name no offence. They count as outcomes, and for serious violence, weapons and
-- reoffending they are as good as missing.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where o.outcome_id not in (select l.outcome_id from staging.outcome_offences as l)))::integer as found,
  count(*)::integer as whole
from marts.outcomes as o
having found > 0
