-- One row per offence and outcome that dealt with it, formal or diversion, for children this service counts.
-- An offence sent back and dealt with again has a row for each; whoever counts must count offences once.
select f.offence_id, f.child_id, o.outcome_id, o.outcome_date, o.formal
from staging.outcome_offences as l
join marts.offences as f on f.offence_id = l.offence_id
join marts.outcomes as o on o.outcome_id = l.outcome_id and o.child_id = f.child_id
