-- One row per intervention with a child this service counts.
-- One that ended before it started was open on no day; it stays here, counts nowhere, and a check reports it.
-- `born_by` is the last day of the quarter that the child was born in: on the last day of any quarter their age by it is
-- their age by their birthday, which no table keeps.
select
  i.intervention_id,
  i.child_id,
  i.programme,
  i.statutory,
  i.start_date,
  i.end_date,
  last_day(date_trunc('quarter', b.date_of_birth) + interval 2 months) as born_by,
  c.ethnicity,
  c.sex,
  c.looked_after
from staging.interventions as i
join marts.children as c on c.child_id = i.child_id
join birthdays as b on b.child_id = c.child_id
