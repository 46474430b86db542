-- One row: whether any parent's record has the day of a start. Where none has, that nobody started is not known.
select count(p.started_on) > 0 or count(*) = 0 as recorded
from marts.parenting_support as p
