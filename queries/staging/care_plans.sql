-- One row per plan or stretch of help that children's services give.
select person_id, kind, started_on, ended_on
from raw.care_plans
