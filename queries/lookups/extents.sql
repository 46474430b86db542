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
union all
select 'school_attendance', min(period_from)::varchar, max(period_to)::varchar from staging.school_attendance
union all
select 'school_exclusions', min(started_on)::varchar, max(started_on)::varchar from staging.school_exclusions
union all
select 'learning_plans', min(started_on)::varchar, max(started_on)::varchar from staging.learning_plans
union all
select 'arrests', min(arrested_on)::varchar, max(arrested_on)::varchar from staging.arrests
union all
select 'voluntary_interviews', min(interviewed_on)::varchar, max(interviewed_on)::varchar from staging.voluntary_interviews
union all
select 'police_outcomes', min(given_on)::varchar, max(given_on)::varchar from staging.police_outcomes
union all
select 'stop_searches', min(searched_on)::varchar, max(searched_on)::varchar from staging.stop_searches
union all
select 'care_episodes', min(started_on)::varchar, max(started_on)::varchar from staging.care_episodes
union all
select 'care_plans', min(started_on)::varchar, max(started_on)::varchar from staging.care_plans
union all
select 'health_referrals', min(referred_on)::varchar, max(referred_on)::varchar from staging.health_referrals
order by extract
