-- One row per outcome that the police gave without a court, of anybody; what a court decided is left to the service's own
-- record. `lives_here`: the police give one of the service's own areas as home.
select
  r.police_outcome_id,
  r.person_id,
  r.age,
  coalesce(r.home_authority in (select a.area_code from raw.service_areas as a), false) as lives_here,
  r.outcome_type,
  r.given_on
from raw.police_outcomes as r
where r.outcome_type not in (select t.label from codes.outcome_type as t where t.court = 'yes')
