-- One row per outcome, with the tier it had on its own day.
-- The same label can mean two things: a Reprimand before 8 April 2013 was a formal caution, a later one is diversion
-- sent under an old code. The code list says which by date.
select
  o.outcome_id,
  o.child_id,
  o.outcome_date,
  o.outcome_type,
  t.tier,
  coalesce(t.formal = 'yes', false) as formal,
  coalesce(t.court = 'yes', false) as court,
  t.note
from raw.outcomes as o
left join codes.outcome_type as t
  on t.label = o.outcome_type
  and o.outcome_date >= coalesce(t.valid_from, date '0001-01-01')
  and o.outcome_date <= coalesce(t.valid_to, date '9999-12-31')
