-- One row per need that some service answers, with the service a child is referred to for it and the partner who runs it.
select n.label as need, n.service, s.partner
from codes.need as n
join codes.referral_service as s on s.label = n.service
