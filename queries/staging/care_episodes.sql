-- One row per episode of care. `short_break`: a stay for which alone no child is counted as looked after.
select
  e.person_id,
  e.started_on,
  e.ended_on,
  e.legal_status,
  coalesce(s.short_break = 'yes', false) as short_break
from raw.care_episodes as e
left join codes.care_legal_status as s on s.label = e.legal_status
