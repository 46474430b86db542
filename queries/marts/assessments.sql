-- One row per assessment of a child this service counts.
select a.assessment_id, a.child_id, a.assessed_on, a.tool
from staging.assessments as a
join marts.children as c on c.child_id = a.child_id
