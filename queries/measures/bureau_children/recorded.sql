-- One row: whether a referral to the Bureau was ever recorded. A service that records none has no data of them.
select count(*) > 0 as recorded
from marts.referrals as r
where r.referred_to = 'Bureau'
