-- One row, or none: offences put under an outcome that was given to another child. Neither child is counted for them.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where o.child_id <> f.child_id))::integer as found,
  count(*)::integer as whole
from staging.outcome_offences as l
join staging.outcomes as o on o.outcome_id = l.outcome_id
join staging.offences as f on f.offence_id = l.offence_id
having found > 0
