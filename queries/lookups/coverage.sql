-- One row: the first day of the quarter in which the first outcome or intervention is recorded. Used only where the
-- service's settings do not say from when its extracts hold every record; null where there is none.
select date_trunc('quarter', min(first_day))::date::varchar as covers_from
from (
  select min(outcome_date) as first_day from staging.outcomes
  union all
  select min(start_date) as first_day from staging.interventions
)
