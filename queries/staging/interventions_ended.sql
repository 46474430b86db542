-- One row per intervention that has ended, with the order it was for and whether it was completed.
-- The case system writes the reason in its own words: one that begins with `complet` is completed, any other is not,
-- and none at all is not recorded. Where it says true or false in place of a reason, true is completed.
select
  i.intervention_id,
  i.end_date as ended_on,
  coalesce(p.out_of_court = 'yes', false) as out_of_court,
  case when trim(i.end_reason) <> '' then lower(trim(i.end_reason)) similar to 'complet.*|true' end as completed
from raw.interventions as i
left join codes.programme as p on p.label = i.programme
where i.end_date is not null
