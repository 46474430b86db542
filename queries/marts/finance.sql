-- One row per financial year and source of money, in pounds. An empty amount is not known, not nothing.
select
  year_ends,
  source,
  budget,
  spent
from staging.finance
