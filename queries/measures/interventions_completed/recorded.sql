-- One row: whether any intervention says why it ended. Where none does, that none was completed is not known.
select count(i.completed) > 0 or count(*) = 0 as recorded
from marts.interventions_ended as i
