-- One row per disagreement between professionals that was taken further.
select
  escalation_id,
  raised_on,
  partner,
  level,
  outcome,
  resolved_on
from raw.escalations
