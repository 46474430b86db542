-- One row per child: the first formal outcome they ever had, over all the history there is.
-- Dated by the outcome, not the offence, so a slow court moves the quarter. Several on one day are one.
-- A child with a formal outcome elsewhere before is kept and marked: this is then not their first.
select
  o.child_id,
  o.outcome_id,
  o.outcome_date,
  o.tier,
  o.prior_formal_outcome_elsewhere,
  o.age,
  o.ethnicity,
  o.sex,
  o.age_band,
  o.looked_after
from marts.outcomes as o
where o.formal
qualify row_number() over (partition by o.child_id order by o.outcome_date, natural_order(o.outcome_id)) = 1
