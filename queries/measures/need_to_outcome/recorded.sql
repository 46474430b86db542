-- One row: whether any referral to a service that answers a need has the day of a start. Where none has, that nobody attended is
-- not known.
select count(r.started_on) > 0 or count(*) = 0 as recorded
from marts.referrals as r
where r.referred_to in (select s.service from marts.need_services as s)
