-- One row per figure somebody official has published, for this service or an area it is compared with.
-- Where the publisher put a mark in place of a number ([c], *, <5), the number is null and the mark is kept.
select
  measure,
  area_kind,
  area_name,
  window_start,
  window_end,
  "group" as group_code,
  try_cast(numerator as integer) as numerator,
  try_cast(denominator as integer) as denominator,
  try_cast(value as double) as value,
  case when try_cast(numerator as integer) is null then numerator end as numerator_mark,
  case when try_cast(value as double) is null then value end as value_mark,
  unit,
  source,
  published_on
from raw.published
