-- One row per time a pupil was suspended or excluded. `lasting`: from that school for good.
select
  e.exclusion_id,
  e.person_id,
  e.kind,
  k.lasting = 'yes' as lasting,
  e.started_on
from raw.school_exclusions as e
left join codes.exclusion_kind as k on k.label = e.kind
