-- One row per plan for the learning needs of a child this service counts. A pupil linked to no child is left out.
select p.plan_id, l.child_id, p.kind, p.formal, p.started_on, p.ended_on
from staging.learning_plans as p
join staging.links as l on l.source = 'education' and l.person_id = p.person_id
join marts.children as c on c.child_id = l.child_id
