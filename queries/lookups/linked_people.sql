-- One row per partner's extract and source: the people in it who could be children of the service, and how many of them are
-- linked to a child. Left out, unless linked, are those whose home the partner puts in another authority, and those whom
-- it puts outside the ages 10 to 17.
with people as (
  select 'arrests' as extract, 'police' as source, person_id, lives_here or home_authority is null as near, age
  from staging.arrests
  union all
  select 'stop_searches', 'police', person_id, lives_here or home_authority is null, age from staging.stop_searches
  union all
  select 'police_outcomes', 'police', person_id, lives_here or home_authority is null, age from staging.police_outcomes
  union all
  select 'voluntary_interviews', 'police', person_id, lives_here or home_authority is null, age
  from staging.voluntary_interviews
  union all
  select 'school_attendance', 'education', person_id, true, null from staging.school_attendance
  union all
  select 'school_exclusions', 'education', person_id, true, null from staging.school_exclusions
  union all
  select 'learning_plans', 'education', person_id, true, null from staging.learning_plans
  union all
  select 'care_episodes', 'social_care', person_id, true, null from staging.care_episodes
  union all
  select 'care_plans', 'social_care', person_id, true, null from staging.care_plans
  union all
  select 'missing_episodes', 'social_care', person_id, true, null from staging.missing_episodes
  union all
  select 'health_referrals', 'health', person_id, true, null from staging.health_referrals
)
select
  p.extract,
  p.source,
  count(distinct p.person_id)::integer as people,
  count(distinct l.person_id)::integer as linked
from people as p
left join staging.links as l on l.source = p.source and l.person_id = p.person_id
where p.person_id is not null
  and (l.person_id is not null or (p.near and coalesce(p.age between 10 and 17, true)))
group by p.extract, p.source
order by p.extract
