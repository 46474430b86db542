-- One row per need looked at in an assessment; a need nobody looked at has no row.
select assessment_id, need, present
from raw.needs
