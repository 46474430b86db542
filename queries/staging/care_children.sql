-- One row per person known to social care.
select person_id, ethnicity
from raw.care_children
