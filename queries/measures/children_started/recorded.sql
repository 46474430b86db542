-- One row: whether work of the programme was ever recorded. A service that records none of one has no data of it.
select count(*) > 0 as recorded
from marts.interventions as i
where i.programme = $programme
