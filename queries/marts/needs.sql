-- One row per need looked at in an assessment of a child this service counts.
select n.assessment_id, n.need, n.present
from staging.needs as n
join marts.assessments as a on a.assessment_id = n.assessment_id
