-- One row: whether any incident says if it was reviewed. Where none does, that none was is not known.
select count(n.learning_review) > 0 or count(*) = 0 as recorded
from marts.incidents as n
