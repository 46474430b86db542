-- One row: whether any concern says if it was referred. Where none does, that none was is not known.
select count(e.nrm_referred) > 0 or count(*) = 0 as recorded
from marts.exploitation as e
