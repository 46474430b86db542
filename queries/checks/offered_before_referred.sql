-- One row, or none: referrals to health of which an appointment was offered before they were made. They count nowhere.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where not r.in_order))::integer as found,
  count(*)::integer as whole
from staging.health_referrals as r
having found > 0
