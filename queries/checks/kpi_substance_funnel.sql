-- One row, or none: points at which substance misuse treatment was offered without a need, or attended without an offer.
-- Need, offer and attendance must each be at least the next. The indicators count each step among those of the step
-- before, so that such a row makes no share greater than one. An empty answer breaks no order.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (
    count(*) filter (
      where (k.substance_offered and not k.substance_need) or (k.substance_attended and not k.substance_offered)
    )
  )::integer as found,
  count(*)::integer as whole
from marts.kpi_snapshots as k
where k.recorded
having found > 0
