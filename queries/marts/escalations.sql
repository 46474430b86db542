-- One row per disagreement between professionals that was taken further, by the level it reached.
select
  escalation_id,
  raised_on,
  partner,
  level,
  outcome,
  resolved_on
from staging.escalations
