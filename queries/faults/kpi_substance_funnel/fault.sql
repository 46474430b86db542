-- One row per recorded point of an intervention, at fault when substance treatment was offered without a need, or
-- attended without an offer. Need, offer and attendance must each be at least the next. The indicators count each step
-- among those of the step before, so that such a row makes no share greater than one. An empty answer breaks no order.
-- Columns: record (the intervention's number in the case system), at_fault.
select
  k.intervention_id as record,
  coalesce((k.substance_offered and not k.substance_need) or (k.substance_attended and not k.substance_offered), false) as at_fault
from marts.kpi_snapshots as k
where k.recorded
