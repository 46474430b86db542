-- One row per partner's extract: its rows, and those of people linked to no child that name no authority or something that is
-- no area code. Nobody can say whether these are of children of this area, and they are in no figure.
with named as (
  select 'arrests' as extract, person_id, home_authority from staging.arrests
  union all
  select 'stop_searches', person_id, home_authority from staging.stop_searches
  union all
  select 'police_outcomes', person_id, home_authority from staging.police_outcomes
  union all
  select 'voluntary_interviews', person_id, home_authority from staging.voluntary_interviews
)
select
  n.extract,
  count(*)::integer as whole,
  (count(*) filter (
    where l.person_id is null and not coalesce(regexp_full_match(n.home_authority, '[EWSNJKLM][0-9]{8}'), false)
  ))::integer as unplaced
from named as n
left join staging.links as l on l.source = 'police' and l.person_id = n.person_id
group by n.extract
order by n.extract
