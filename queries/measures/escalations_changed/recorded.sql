-- One row: whether any escalation says what came of it. Where none does, that no decision changed is not known.
select count(e.outcome) > 0 or count(*) = 0 as recorded
from marts.escalations as e
