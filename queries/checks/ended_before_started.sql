-- One row, or none: interventions and stays in custody that ended before they started. They were open on no day.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where s.end_date < s.start_date))::integer as found,
  count(*)::integer as whole
from (
  select i.start_date, i.end_date from marts.interventions as i
  union all
  select e.start_date, e.end_date from marts.custody_episodes as e
) as s
having found > 0
