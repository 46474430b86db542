-- One row per child and area of life the child scored, from 0 to 10; the higher the better.
select
  score_id,
  child_id,
  intervention_id,
  domain,
  start_on,
  start_score,
  end_on,
  end_score
from raw.soft_outcomes
