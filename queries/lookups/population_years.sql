-- One row per breakdown, group and year of a population that rates stand on, beside the year before: whose it is, how many.
select
  p.breakdown,
  p.group_code,
  p.year,
  p.source,
  p.population,
  lag(p.year) over (partition by p.breakdown, p.group_code order by p.year) as year_before,
  lag(p.population) over (partition by p.breakdown, p.group_code order by p.year) as population_before
from marts.populations as p
where p.serves = 'rates' and p.breakdown = 'total'
order by all
