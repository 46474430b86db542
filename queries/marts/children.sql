-- One row per child this service counts: the responsible authority is one of the service's own areas.
-- A looked-after child placed here by another authority is that authority's to count, and is left out.
-- `prior_formal_outcome_elsewhere` is empty where nobody recorded it.
select
  c.child_id,
  c.ethnicity_label,
  c.ethnicity,
  c.sex,
  c.looked_after,
  c.preferred_language,
  c.prior_formal_outcome_elsewhere
from staging.children as c
where c.responsible_authority in (select a.area_code from staging.service_areas as a)
