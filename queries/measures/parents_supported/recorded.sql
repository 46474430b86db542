-- One row: whether any parent's record has the day of support. Where none has, that nobody was supported is not known.
select count(p.supported_on) > 0 or count(*) = 0 as recorded
from marts.parenting_support as p
