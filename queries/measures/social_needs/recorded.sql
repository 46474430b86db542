-- One row: whether any assessment says yes or no of the need. Where none does, that nobody has it is not known.
select count(*) > 0 as recorded
from marts.needs as n
where n.need = $need and n.present in ('yes', 'no')
