-- One row per group, year, source and release: children aged 10 to 17 living in the service's areas, where all are there.
-- A range is taken as given, else added up from single years of age when all are there. A year and source that lacks
-- one of the service's areas is not used; areas that became them stand for them in the years by whose middle they were
-- still in force (`former`), where today's areas are not there.
with wanted as (
  select
    g.breakdown,
    g.group_code,
    count(*) over (partition by g.breakdown)::integer as groups_wanted,
    coalesce(g.age_from, 10) as age_from,
    least(coalesce(g.age_to, 17), 17) as age_to,
    if(g.breakdown in ('ethnicity', 'ethnicity_girls', 'ethnicity_boys'), g.group_code, 'All') as ethnic_group,
    case g.breakdown
      when 'sex' then g.group_code
      when 'ethnicity_girls' then 'Female'
      when 'ethnicity_boys' then 'Male'
      else 'All'
    end as sex
  from marts.groups as g
  where
    g.breakdown in ('total', 'ethnicity', 'sex', 'age_band', 'ethnicity_girls', 'ethnicity_boys')
    and coalesce(g.age_from, 10) >= 10
    and coalesce(g.age_from, 10) < 18
    and lower(g.group_code) <> 'not known'
    and not (g.breakdown = 'sex' and g.group_code = 'Other')
),
codes_of_year as (
  select y.year, false as former, a.area_code
  from staging.population as y
  cross join staging.service_areas as a
  where a.until is null
  union
  select y.year, true, a.area_code
  from staging.population as y
  join staging.service_areas as a
    on a.until >= make_date(y.year, 6, 30)
    or (
      a.until is null
      and a.area_code not in (
        select b.became from staging.service_areas as b where b.until >= make_date(y.year, 6, 30)
      )
    )
),
codes_wanted as (
  select year, former, count(*) as codes from codes_of_year group by year, former
),
parts as (
  select
    w.breakdown,
    w.group_code,
    w.groups_wanted,
    p.year,
    p.source,
    p.released_on,
    p.area_code,
    p.age_from = w.age_from and p.age_to = w.age_to as whole,
    w.age_to - w.age_from + 1 as years_wanted,
    sum(p.age_to - p.age_from + 1) as years_found,
    sum(p.population) as population
  from wanted as w
  join staging.population as p
    on p.ethnic_group = w.ethnic_group
    and p.sex = w.sex
    and p.age_from >= w.age_from
    and p.age_to <= w.age_to
    and ((p.age_from = w.age_from and p.age_to = w.age_to) or p.age_from = p.age_to)
  where p.area_code in (select a.area_code from staging.service_areas as a)
  group by all
  having years_found = years_wanted
),
areas as (
  select breakdown, group_code, groups_wanted, year, source, released_on, area_code, max_by(population, whole) as population
  from parts
  group by all
)
select
  a.breakdown,
  a.group_code,
  a.groups_wanted,
  a.year,
  a.source,
  a.released_on,
  c.former,
  sum(a.population)::integer as population
from areas as a
join codes_of_year as c on c.year = a.year and c.area_code = a.area_code
join codes_wanted as n on n.year = c.year and n.former = c.former
group by a.breakdown, a.group_code, a.groups_wanted, a.year, a.source, a.released_on, c.former, n.codes
having count(*) = n.codes
