-- One row: whether any supervision has the day on which it was held. Where none has, that none was held is not known.
select count(s.held_on) > 0 or count(*) = 0 as recorded
from marts.supervision as s
