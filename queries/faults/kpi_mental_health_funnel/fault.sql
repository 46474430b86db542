-- One row per recorded point of an intervention, at fault when mental health support was offered without a need, or
-- attended without an offer. Need, offer and attendance must each be at least the next. The indicators count each step
-- among those of the step before, so that such a row makes no share greater than one. An empty answer breaks no order.
-- Columns: record (the intervention's number in the case system), at_fault.
select
  k.intervention_id as record,
  coalesce((k.mental_health_offered and not k.mental_health_need) or (k.mental_health_attended and not k.mental_health_offered), false) as at_fault
from marts.kpi_snapshots as k
where k.recorded
