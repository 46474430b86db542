-- One row, or none: outcomes of a child under 10, who could not have committed an offence: a date is wrong.
-- They are in totals, in no age band, and never first-time entrants.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(*) filter (where o.age < 10))::integer as found,
  count(*)::integer as whole
from marts.outcomes as o
having found > 0
