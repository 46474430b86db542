-- One row per area whose children this service is responsible for. A service can cover several.
select distinct area_code
from raw.service_areas
