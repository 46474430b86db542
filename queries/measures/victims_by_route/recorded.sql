-- One row: whether a victim of the route was ever recorded with an answer on consent. Where none was, none is not a count.
select count(v.consented) > 0 as recorded
from marts.victims as v
where v.route = $route
