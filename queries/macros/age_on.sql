-- Whole years of age on a day: a child born on 29 February is a year older on 1 March of a year without one. Counted by
-- month and day because DuckDB's datesub has them a year older on the 28th. Negative before birth; empty without a day.
create or replace macro age_on(a_day, date_of_birth) as (
  year(a_day) - year(date_of_birth)
  - if((month(a_day), day(a_day)) < (month(date_of_birth), day(date_of_birth)), 1, 0)
)::integer
