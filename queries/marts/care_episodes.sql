-- One row per episode in which a child this service counts was looked after, by social care's own record. Short breaks are
-- none. A person who is linked to no child is left out.
select l.child_id, e.started_on, e.ended_on, e.legal_status
from staging.care_episodes as e
join staging.links as l on l.source = 'social_care' and l.person_id = e.person_id
join marts.children as c on c.child_id = l.child_id
where not e.short_break
