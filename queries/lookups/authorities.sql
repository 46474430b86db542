-- One row per extract and authority that its rows name: how many rows, whether it is one of the service's own, and
-- whether it has the form of an area code. Rows without an authority are left out.
with named as (
  select 'children' as extract, responsible_authority as authority from staging.children
  union all
  select 'arrests', home_authority from staging.arrests
  union all
  select 'stop_searches', home_authority from staging.stop_searches
  union all
  select 'police_outcomes', home_authority from staging.police_outcomes
  union all
  select 'voluntary_interviews', home_authority from staging.voluntary_interviews
)
select
  n.extract,
  n.authority,
  count(*)::integer as found,
  n.authority in (select a.area_code from staging.service_areas as a) as ours,
  regexp_full_match(n.authority, '[EWSNJKLM][0-9]{8}') as is_code
from named as n
where n.authority is not null
group by n.extract, n.authority
order by n.extract, found desc, n.authority
