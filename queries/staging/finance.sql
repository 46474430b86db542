-- One row per financial year and source of money, in pounds.
select
  year_ends,
  source,
  budget,
  spent
from raw.finance
