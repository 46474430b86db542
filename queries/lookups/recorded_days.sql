-- One row per day until $until on which a record of the extract $extract happened, by any of its date columns $columns
-- (names parted by commas). Of the extract as it came, whatever child its records are of: what shows how far a partner's file
-- reaches is all of the file, not the few rows that are of this service's children.
select distinct day::varchar as day
from (
  select unnest([columns(name -> list_contains(string_split($columns, ','), name))]) as day
  from query_table('raw.' || $extract)
)
where day <= $until::date
order by day
