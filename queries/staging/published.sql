-- One row per figure somebody official has published, for this service or an area it is compared with.
select
  measure,
  area_kind,
  area_name,
  window_start,
  window_end,
  "group" as group_code,
  numerator,
  denominator,
  value,
  unit,
  source,
  published_on
from raw.published
