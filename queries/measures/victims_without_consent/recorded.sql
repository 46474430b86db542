-- One row: whether any victim's answer on consent was ever recorded. Where none was, none is not a count.
select count(v.consented) > 0 as recorded
from marts.victims as v
