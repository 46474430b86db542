-- One row: whether any day is recorded on which a child was seen. Where none is, that nobody was seen is not known.
select count(r.seen_on) > 0 or count(*) = 0 as recorded
from marts.health_referrals as r
where r.service = 'Mental health service'
