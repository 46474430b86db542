-- One row per programme of work with a child, statutory or voluntary.
select
  i.intervention_id,
  i.child_id,
  i.outcome_id,
  i.programme,
  coalesce(p.statutory = 'yes', false) as statutory,
  i.start_date,
  i.planned_end_date,
  i.end_date
from raw.interventions as i
left join codes.programme as p on p.label = i.programme
