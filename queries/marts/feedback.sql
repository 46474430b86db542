-- One row per question answered about an intervention, unless it was with a child this service does not count.
-- A questionnaire handed in without a name has no intervention, and is kept.
select f.reply_id, f.intervention_id, i.programme, f.replied_on, f.question, f.score
from staging.feedback as f
left join marts.interventions as i on i.intervention_id = f.intervention_id
where f.intervention_id is null or i.intervention_id is not null
