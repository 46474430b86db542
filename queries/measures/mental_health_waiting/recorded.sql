-- One row: whether a referral to mental health was ever recorded, and whether any has the day of a first offer. Where none has,
-- everybody ever referred would seem to wait.
select count(r.offered_on) > 0 as recorded
from marts.health_referrals as r
where r.service = 'Mental health service'
