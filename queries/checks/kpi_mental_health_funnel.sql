-- One row, or none: points at which mental health support was offered without a need, or attended without an offer.
-- Need, offer and attendance must each be at least the next. The indicators count each step among those of the step
-- before, so that such a row makes no share greater than one. An empty answer breaks no order.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (
    count(*) filter (
      where (k.mental_health_offered and not k.mental_health_need) or (k.mental_health_attended and not k.mental_health_offered)
    )
  )::integer as found,
  count(*)::integer as whole
from marts.kpi_snapshots as k
where k.recorded
having found > 0
