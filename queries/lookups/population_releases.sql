-- One row per year of which two sources or releases have the children of all groups together, of all the service's areas,
-- and a release day is missing: which of them is later is not known.
select year, count(distinct (source, released_on))::integer as releases
from staging.population
where ethnic_group = 'All' and sex = 'All' and age_from = 10 and age_to = 17
group by year, area_code
having releases > 1 and count(*) filter (where released_on is null) > 0
order by all
