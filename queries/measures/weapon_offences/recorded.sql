-- One row: whether any offence that could count says if a weapon was involved. Where none does, that none was is not known.
select count(f.weapon) > 0 or count(*) = 0 as recorded
from marts.offences as f
where f.gravity < 5
