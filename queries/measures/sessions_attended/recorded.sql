-- One row: whether any session of the kind was ever recorded. A service that records none of a kind has no data of it.
select count(*) > 0 as recorded
from marts.sessions as s
where s.kind = $kind
