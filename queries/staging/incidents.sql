-- One row per community safety or public protection incident.
select
  incident_id,
  incident_on,
  kind,
  learning_review
from raw.incidents
