-- One row: whether a referral to the programme was ever recorded. A service that records none of one has no data of it.
select count(*) > 0 as recorded
from marts.referrals as r
where r.referred_to = $referred_to
