-- One row: whether any parent's record has the day of completion. Where none has, that nobody completed is not known.
select count(p.completed_on) > 0 or count(*) = 0 as recorded
from marts.parenting_support as p
