-- One row per disposal looked at by the scrutiny panel.
select
  case_id,
  panel_date,
  disposal,
  finding
from raw.scrutiny
