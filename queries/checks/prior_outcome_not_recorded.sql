-- One row, or none: children with a formal outcome for whom nobody recorded whether they had one elsewhere before.
-- Each is taken to have had none, so each may be a first-time entrant who is not.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where o.prior_formal_outcome_elsewhere is null))::integer as found,
  count(*)::integer as whole
from marts.first_formal_outcomes as o
having found > 0
