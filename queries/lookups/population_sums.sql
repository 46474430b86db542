-- One row per area, year, source, release, age range and division (by ethnic group, by sex, or both) whose groups are all
-- there, or already add to more than all: the number for all, the sum of the groups, and how far the two may differ where
-- each number is rounded to 10.
with groups_of as (
  select area_code, year, source, released_on, age_from, age_to, 'ethnic group' as division, sex as within,
    max(population) filter (where ethnic_group = 'All') as whole,
    sum(population) filter (where ethnic_group in ('Asian', 'Black', 'Mixed', 'Other', 'White')) as added,
    count(*) filter (where ethnic_group in ('Asian', 'Black', 'Mixed', 'Other', 'White')) as parts,
    5 as parts_wanted
  from staging.population
  group by area_code, year, source, released_on, age_from, age_to, sex
  union all
  select area_code, year, source, released_on, age_from, age_to, 'sex', ethnic_group,
    max(population) filter (where sex = 'All'),
    sum(population) filter (where sex in ('Female', 'Male')),
    count(*) filter (where sex in ('Female', 'Male')),
    2
  from staging.population
  group by area_code, year, source, released_on, age_from, age_to, ethnic_group
)
select
  area_code,
  year,
  source,
  age_from || ' to ' || age_to as ages,
  division,
  whole::integer as whole,
  added::integer as added,
  (5 * (parts + 1))::integer as allowed
from groups_of
where whole is not null and (parts = parts_wanted or added > whole + 5 * (parts + 1))
order by all
