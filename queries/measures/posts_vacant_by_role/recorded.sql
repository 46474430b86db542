-- One row: whether any post says if it is vacant. Where none does, that none is is not known.
select count(s.vacant) > 0 or count(*) = 0 as recorded
from marts.staff as s
