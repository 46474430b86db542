-- One row per kind of table, rows that stand together, and span of window ends: the one source and year they stand on.
-- It is the source that holds most of the breakdowns those rows need, whole; then the one that holds the breakdown
-- needed most. Of its years it is the youngest that is not after the window's end, else the oldest there is. A
-- population is of the middle of its year, 30 June. Of two sources or releases of one year it is the one with more
-- groups, then the later release, then the first by name.
with years as (
  select distinct year from marts.population_counts
),
spans as (
  select
    year as span_year,
    if(lag(year) over (order by year) is null, date '0001-01-01', make_date(year, 6, 30)) as applies_from,
    coalesce(make_date(lead(year) over (order by year), 6, 29), date '9999-12-31') as applies_to
  from years
),
held as (
  select
    serves,
    together,
    year,
    source,
    released_on,
    former,
    count(*) filter (where whole) as wholes,
    min(importance) filter (where whole) as needed_most,
    sum(groups) as groups
  from marts.population_holdings
  group by serves, together, year, source, released_on, former
)
select h.serves, h.together, s.span_year, s.applies_from, s.applies_to, h.year, h.source, h.released_on, h.former
from spans as s
cross join held as h
qualify row_number() over (
  partition by h.serves, h.together, s.span_year
  order by
    h.wholes desc,
    h.needed_most nulls last,
    h.year <= s.span_year desc,
    abs(h.year - s.span_year),
    h.groups desc,
    h.released_on desc nulls last,
    h.source,
    h.former
) = 1
