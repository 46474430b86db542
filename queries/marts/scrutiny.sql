-- One row per disposal looked at by the scrutiny panel. Nothing here says whose it was.
select
  case_id,
  panel_date,
  disposal,
  finding
from staging.scrutiny
