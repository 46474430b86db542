-- One row: whether any case has a finding. Where none has, that none was appropriate is not known.
select count(s.finding) > 0 or count(*) = 0 as recorded
from marts.scrutiny as s
