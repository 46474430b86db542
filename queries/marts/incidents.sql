-- One row per community safety or public protection incident. Nothing here says whose it was.
select
  incident_id,
  incident_on,
  kind,
  learning_review
from staging.incidents
