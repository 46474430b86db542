-- One row per audit of a case.
select
  audit_id,
  intervention_id,
  audited_on,
  stage,
  rating
from raw.audits
