-- One row per assessment of a child, whatever the tool.
select assessment_id, child_id, intervention_id, assessed_on, tool
from raw.assessments
