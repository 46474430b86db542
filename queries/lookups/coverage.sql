-- One row: the first day of the quarter in which the first outcome or intervention is recorded, and the last day of the
-- quarter of the last. Used only where the service's settings do not say from when, or until when, its extracts hold
-- every record; null where there is none.
select
  date_trunc('quarter', min(happened))::date::varchar as covers_from,
  (date_trunc('quarter', max(happened)) + interval 3 months - interval 1 day)::date::varchar as covers_to
from (
  select outcome_date as happened from staging.outcomes
  union all
  select start_date as happened from staging.interventions
)
