-- One row per need looked at in an assessment of a child this service counts.
-- `weight` is how much the need counts in the complexity score, as the list of needs declares it.
select n.assessment_id, n.need, n.present, c.weight::integer as weight
from staging.needs as n
join marts.assessments as a on a.assessment_id = n.assessment_id
left join codes.need as c on c.label = n.need
