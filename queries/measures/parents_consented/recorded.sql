-- One row: whether any parent's record says if they consented. Where none does, that nobody did is not known.
select count(p.assessment_consented) > 0 or count(*) = 0 as recorded
from marts.parenting_support as p
