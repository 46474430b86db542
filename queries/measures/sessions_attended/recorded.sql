-- One row: whether any session of the kind says if the child came. Where none does, that nobody came is not known.
select count(s.attended) > 0 as recorded
from marts.sessions as s
where s.kind = $kind
