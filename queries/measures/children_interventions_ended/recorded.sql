-- One row: whether any intervention has the day on which it ended. Where none has, that none ended is not known.
select count(i.end_date) > 0 or count(*) = 0 as recorded
from marts.interventions as i
