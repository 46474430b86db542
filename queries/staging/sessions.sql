-- One row per appointment offered to a child. No mark of attendance is not recorded, not absence.
select
  session_id,
  child_id,
  intervention_id,
  kind,
  offered_on,
  attended
from raw.sessions
