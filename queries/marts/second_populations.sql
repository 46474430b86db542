-- One row per kind of table, group and span of window ends: children aged 10 to 17 by a second source, where one is held.
-- The rate on it stands beside the rate on the first. All rows that stand together have one second source and one year:
-- of the other sources that hold any of these rows, in a year within five of the first's, the one that holds most
-- breakdowns of the whole table, so that the headline's second is the source of its groups; then as the first is chosen.
with held as (
  select
    serves,
    year,
    source,
    released_on,
    former,
    count(*) filter (where whole) as wholes,
    min(importance) filter (where whole) as needed_most,
    sum(groups) as groups
  from marts.population_holdings
  group by serves, year, source, released_on, former
),
seconds as (
  select f.serves, f.together, f.applies_from, f.applies_to, h.year, h.source, h.released_on, h.former
  from marts.population_sources as f
  join held as h on h.serves = f.serves and h.source <> f.source and abs(h.year - f.year) <= 5
  where exists (
    from marts.population_holdings as r
    where
      r.serves = f.serves
      and r.together = f.together
      and r.year = h.year
      and r.source = h.source
      and r.released_on is not distinct from h.released_on
      and r.former = h.former
  )
  qualify row_number() over (
    partition by f.serves, f.together, f.span_year
    order by
      h.wholes desc,
      h.needed_most nulls last,
      h.year <= f.span_year desc,
      abs(h.year - f.span_year),
      h.groups desc,
      h.released_on desc nulls last,
      h.source,
      h.former
  ) = 1
)
select s.serves, c.breakdown, c.group_code, c.year, c.source, c.population, s.applies_from, s.applies_to
from seconds as s
join marts.population_tables as t on t.serves = s.serves and t.together = s.together
join marts.population_counts as c
  on c.breakdown = t.breakdown
  and c.year = s.year
  and c.source = s.source
  and c.released_on is not distinct from s.released_on
  and c.former = s.former
