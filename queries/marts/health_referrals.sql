-- One row per referral of a child this service counts to a health service, whoever referred them. A person who is linked to
-- no child is left out, and so is a referral offered before it was made: a check counts both.
select l.child_id, r.referral_id, r.service, r.referred_on, r.offered_on, r.seen_on, r.closed_on
from staging.health_referrals as r
join staging.links as l on l.source = 'health' and l.person_id = r.person_id
join marts.children as c on c.child_id = l.child_id
where r.in_order
