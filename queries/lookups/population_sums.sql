-- One row per area, year, source, release, age range and division (by ethnic group, by sex, or by age) whose groups are all
-- there, or already add to more than all: the number for all, the sum of the groups, and how far the two may differ where
-- each number is rounded to 10. An age range is divided by the fewest narrower ranges that follow on each other.
with recursive age_walks as (
  select area_code, year, source, released_on, sex, ethnic_group, age_from, age_to, population as whole,
    age_from as reached, 0 as parts, 0::hugeint as added
  from staging.population
  union all
  select w.area_code, w.year, w.source, w.released_on, w.sex, w.ethnic_group, w.age_from, w.age_to, w.whole,
    p.age_to + 1, w.parts + 1, w.added + p.population
  from age_walks as w
  join staging.population as p
    on p.area_code = w.area_code
    and p.year = w.year
    and p.source = w.source
    and p.released_on is not distinct from w.released_on
    and p.sex = w.sex
    and p.ethnic_group = w.ethnic_group
    and p.age_from = w.reached
    and p.age_to <= w.age_to
    and (p.age_from, p.age_to) <> (w.age_from, w.age_to)
),
groups_of as (
  select area_code, year, source, released_on, age_from, age_to, 'ethnicity' as division, sex as within,
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
  union all
  select area_code, year, source, released_on, age_from, age_to, 'age', sex || ethnic_group,
    max(whole), arg_min(added, parts), min(parts), min(parts)
  from age_walks
  where reached = age_to + 1 and parts > 1
  group by area_code, year, source, released_on, age_from, age_to, sex, ethnic_group
)
select
  area_code,
  year,
  source,
  age_from,
  age_to,
  division,
  whole::integer as whole,
  added::integer as added,
  (5 * (parts + 1))::integer as allowed
from groups_of
where whole is not null and (parts = parts_wanted or added > whole + 5 * (parts + 1))
order by all
