-- One row per plan that children's services have for a child this service counts. A person linked to no child is left out.
select l.child_id, p.kind, p.started_on, p.ended_on
from staging.care_plans as p
join staging.links as l on l.source = 'social_care' and l.person_id = p.person_id
join marts.children as c on c.child_id = l.child_id
