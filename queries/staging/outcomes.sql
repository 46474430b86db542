-- One row per outcome, as what it was on its own day, with the tier it had then.
-- The same label can mean two things: a Reprimand before 8 April 2013 was a formal caution, a later one is an Outcome 23
-- sent under an old code, and a Drug Treatment and Testing Order a Youth Diversion Order. The code list says which by
-- date; `sent_as` is the label it came under. `overturned` is one that an appeal changed or quashed; what took its place
-- is an outcome of its own. Where nobody recorded the appeal, none is overturned.
select
  o.outcome_id,
  o.child_id,
  o.outcome_date,
  coalesce(t.means, o.outcome_type) as outcome_type,
  o.outcome_type as sent_as,
  t.tier,
  coalesce(t.formal = 'yes', false) as formal,
  coalesce(t.court = 'yes', false) as court,
  t.note,
  o.first_hearing_on,
  o.residence,
  o.appeal_status,
  coalesce(a.overturned = 'yes', false) as overturned
from raw.outcomes as o
left join codes.outcome_type as t
  on t.label = o.outcome_type
  and o.outcome_date >= coalesce(t.valid_from, date '0001-01-01')
  and o.outcome_date <= coalesce(t.valid_to, date '9999-12-31')
left join codes.appeal_status as a on a.label = o.appeal_status
