-- One row per time a child this service counts was suspended or excluded. A pupil linked to no child is left out.
select e.exclusion_id, l.child_id, e.kind, e.lasting, e.started_on
from staging.school_exclusions as e
join staging.links as l on l.source = 'education' and l.person_id = e.person_id
join marts.children as c on c.child_id = l.child_id
