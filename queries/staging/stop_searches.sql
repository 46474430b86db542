-- One row per stop and search, of anybody. `lives_here`: the police give one of the service's own areas as home.
select
  r.search_id,
  r.person_id,
  r.age,
  coalesce(r.home_authority in (select a.area_code from raw.service_areas as a), false) as lives_here,
  r.searched_on
from raw.stop_searches as r
