-- One row per offence dealt with by an outcome. A child sentenced again has the offence here twice.
select outcome_id, offence_id
from raw.outcome_offences
