-- One row per offence of a child this service counts, with the day of its first formal outcome and the child's age then.
-- An offence sentenced again keeps its first day, so that re-sentencing is never a second crime. An offence with
-- diversion only, or nothing yet, has no such day. An outcome given to another child does not count for this one.
with first_formal as (
  select l.offence_id, o.child_id, o.outcome_date, o.age_band
  from staging.outcome_offences as l
  join marts.outcomes as o on o.outcome_id = l.outcome_id and o.formal
  qualify row_number() over (partition by l.offence_id, o.child_id order by o.outcome_date, natural_order(o.outcome_id)) = 1
)
select
  f.offence_id,
  f.child_id,
  f.offence_date,
  f.category,
  f.gravity,
  f.serious_violence,
  f.weapon,
  f.breach,
  d.outcome_date as first_formal_on,
  c.ethnicity,
  c.sex,
  d.age_band,
  c.looked_after
from staging.offences as f
join marts.children as c on c.child_id = f.child_id
left join first_formal as d on d.offence_id = f.offence_id and d.child_id = f.child_id
