-- One row per area whose children this service is responsible for. A service can cover several. An area that became one of
-- them when councils were reorganised has a row for each it became, with the last day on which it was in force; its
-- children are the service's own, because a case system keeps the old code of a case that closed before.
select area_code, null::date as until, null::varchar as became
from raw.service_areas
union
select area_code, until, became
from raw.predecessor_areas
