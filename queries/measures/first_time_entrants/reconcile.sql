-- One row per window and child whom the Youth Justice Board's query of first-time entrants (October 2025) counts otherwise than
-- we do by the options that the window is counted by, with how often each counts them: by the age at the offence, and by
-- residence on the outcome's day.
with ours as (
  select w.window_id, o.child_id, o.outcome_id
  from windows as w
  join marts.first_formal_outcomes as o on o.outcome_date between w.starts and w.ends
  where w.entrant_age = 'at_outcome'
    and w.entrant_residence = 'today'
    and o.age between 10 and 17
    and o.prior_formal_outcome_elsewhere is not true
  union all
  select w.window_id, e.child_id, e.outcome_id
  from windows as w
  join marts.entries as e
    on e.outcome_date between w.starts and w.ends
    and e.entrant_age = w.entrant_age
    and e.entrant_residence = w.entrant_residence
),
theirs as (
  select w.window_id, e.child_id, e.outcome_id
  from windows as w
  join marts.entries as e
    on e.outcome_date between w.starts and w.ends
    and e.entrant_age = 'at_offence'
    and e.entrant_residence = 'on_the_day'
)
select
  coalesce(t.window_id, o.window_id) as window_id,
  coalesce(t.outcome_id, o.outcome_id) as record_id,
  coalesce(t.child_id, o.child_id) as child_id,
  (o.child_id is not null)::integer as ours,
  (t.child_id is not null)::integer as theirs,
  case
    when a.child_id is not null and t.child_id is not null then 'a child at the offence, and not at the outcome'
    when a.child_id is null and o.child_id is not null then 'no child at the offence or the first hearing, or a later outcome is the first that counts'
    else 'lived elsewhere on the day of the outcome, or is another authority''s today'
  end as reason
from ours as o
full join theirs as t on t.window_id = o.window_id and t.child_id = o.child_id
left join marts.entries as a
  on a.child_id = coalesce(t.child_id, o.child_id)
  and a.outcome_id = coalesce(t.outcome_id, o.outcome_id)
  and a.entrant_age = 'at_offence'
  and a.entrant_residence = 'today'
where ours <> theirs
order by window_id, record_id
