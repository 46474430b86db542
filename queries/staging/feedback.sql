-- One row per question answered, from 1 (not at all) to 5 (very much).
select
  reply_id,
  intervention_id,
  replied_on,
  question,
  score
from raw.feedback
