-- One row, or none: offences that no outcome has dealt with yet, formal or diversion.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where f.offence_id not in (select d.offence_id from marts.offences_dealt_with as d)))::integer as found,
  count(*)::integer as whole
from marts.offences as f
having found > 0
