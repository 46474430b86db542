-- One row per kind of table, group and year: children aged 10 to 17 living in the service's areas, and the windows it is used for.
-- A measure joins the rows that serve its kind of table. All that stand together there, the groups of every breakdown and
-- their total, come from one source and one year: a group is never set beside one of another source, nor a part beside
-- a whole of one. A breakdown that this source lacks has no population. `applies_from` and `applies_to` are the window
-- ends it serves: the year to 31 March 2022 has the population of 30 June 2021, which lies in it.
select
  s.serves,
  c.breakdown,
  c.group_code,
  c.year,
  c.source,
  c.population,
  min(s.applies_from) as applies_from,
  max(s.applies_to) as applies_to
from marts.population_sources as s
join marts.population_tables as t on t.serves = s.serves and t.together = s.together
join marts.population_counts as c
  on c.breakdown = t.breakdown
  and c.year = s.year
  and c.source = s.source
  and c.released_on is not distinct from s.released_on
  and c.former = s.former
group by s.serves, c.breakdown, c.group_code, c.year, c.source, c.population
