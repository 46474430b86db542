-- One row per extract that has an event date: its earliest and latest event.
select 'offences' as extract, min(offence_date)::varchar as first_day, max(offence_date)::varchar as last_day from staging.offences
union all
select 'outcomes', min(outcome_date)::varchar, max(outcome_date)::varchar from staging.outcomes
union all
select 'interventions', min(start_date)::varchar, max(start_date)::varchar from staging.interventions
union all
select 'custody', min(start_date)::varchar, max(start_date)::varchar from staging.custody
union all
select 'assessments', min(assessed_on)::varchar, max(assessed_on)::varchar from staging.assessments
order by extract
