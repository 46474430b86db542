-- One row per stop and search, of anybody. `lives_here`: the police give one of the service's own areas as home.
select
  r.search_id,
  r.person_id,
  r.age,
  regexp_replace(upper(r.home_authority), '\s', '', 'g') as home_authority,
  coalesce(
    regexp_replace(upper(r.home_authority), '\s', '', 'g') in (
      select a.area_code from raw.service_areas as a
      union all
      select b.area_code from raw.predecessor_areas as b
    ),
    false
  ) as lives_here,
  r.searched_on
from raw.stop_searches as r
