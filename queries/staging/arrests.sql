-- One row per arrest, of anybody. Ethnicity and sex become the groups figures are given by; a blank is `Not known`.
-- `lives_here`: the police give one of the service's own areas as home.
select
  r.arrest_id,
  r.person_id,
  coalesce(e."group", 'Not known') as ethnicity,
  coalesce(s."group", 'Not known') as sex,
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
  r.arrested_on
from raw.arrests as r
left join codes.ethnicity as e on e.label = r.ethnicity
left join codes.sex as s on s.label = r.sex
