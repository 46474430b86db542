-- One row: whether any victim's record says if it was offered. Where none does, that nobody was offered it is not known.
select count(v.rj_offered) > 0 or count(*) = 0 as recorded
from marts.victims as v
