-- One row: the first day of the quarter in which the first outcome or intervention is recorded, and the last day of the
-- quarter in which anything at all is. A small service can go a quarter without an outcome, and its records still reach
-- that far. Used only where the service's settings do not say from when, or until when, its extracts hold every record;
-- null where there is none.
with began as (
  select outcome_date as happened from staging.outcomes
  union all
  select start_date from staging.interventions
),
recorded as (
  select happened from began
  union all
  select end_date from staging.interventions
  union all
  select unnest([start_date, end_date]) from staging.custody
  union all
  select assessed_on from staging.assessments
  union all
  select offence_date from staging.offences
)
select
  date_trunc('quarter', (select min(happened) from began))::date::varchar as covers_from,
  (date_trunc('quarter', (select max(happened) from recorded)) + interval 3 months - interval 1 day)::date::varchar as covers_to
