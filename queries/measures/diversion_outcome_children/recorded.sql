-- One row: whether an outcome of the kind was ever recorded. A service that records none of a kind has no data of it.
select count(*) > 0 as recorded
from marts.outcomes as o
where o.outcome_type = $outcome_type
