-- One row per post and day on which posts were counted. A post with no mark counts as filled.
select
  s.post_id,
  s.role,
  coalesce(r.case_holding = 'yes', false) as case_holding,
  s.full_time_equivalent,
  s.as_at,
  s.vacant,
  s.caseload,
  s.sickness_days
from raw.staff as s
left join codes.staff_role as r on r.label = s.role
