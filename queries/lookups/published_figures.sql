-- One row per published figure, as it was published.
select
  measure,
  area_kind,
  area_name,
  window_start::varchar as window_start,
  window_end::varchar as window_end,
  group_code,
  numerator,
  denominator,
  value,
  unit,
  source,
  published_on::varchar as published_on,
  numerator_mark,
  value_mark
from staging.published
order by all
