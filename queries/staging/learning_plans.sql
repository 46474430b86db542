-- One row per plan for a pupil's learning needs. `formal`: a plan in law, not support without one.
select
  p.plan_id,
  p.person_id,
  p.kind,
  k.formal = 'yes' as formal,
  p.started_on,
  p.ended_on
from raw.learning_plans as p
left join codes.learning_plan as k on k.label = p.kind
