-- One row: whether any episode says if an interview was offered. Where none does, that none was is not known.
select count(m.return_interview_offered) > 0 or count(*) = 0 as recorded
from marts.missing_episodes as m
