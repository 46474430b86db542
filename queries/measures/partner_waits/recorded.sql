-- One row: whether any referral has the day of a first offer. Where none has, that nobody was offered an appointment is not known.
select count(r.offered_on) > 0 or count(*) = 0 as recorded
from marts.health_referrals as r
