-- One row per kind of table, breakdown it needs, year, source and release: how much of the breakdown that source holds.
select
  t.serves,
  t.together,
  t.breakdown,
  t.importance,
  c.year,
  c.source,
  c.released_on,
  c.former,
  count(*)::integer as groups,
  count(*) = c.groups_wanted as whole
from marts.population_tables as t
join marts.population_counts as c on c.breakdown = t.breakdown
group by t.serves, t.together, t.breakdown, t.importance, c.groups_wanted, c.year, c.source, c.released_on, c.former
