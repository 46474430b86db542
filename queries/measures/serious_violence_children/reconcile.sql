-- One row per window and child that the national tool counts and we do not: each of the child's serious offences was
-- first dealt with before the window, and only dealt with again in it.
select
  w.window_id,
  f.child_id as record_id,
  f.child_id,
  0 as ours,
  1 as theirs,
  'every offence dealt with before the window' as reason
from windows as w
join marts.offences as f on f.serious_violence
join marts.offences_dealt_with as d
  on d.offence_id = f.offence_id
  and d.child_id = f.child_id
  and d.formal
  and d.outcome_date between w.starts and w.ends
group by w.window_id, w.starts, f.child_id
having max(f.first_formal_on) < any_value(w.starts)
order by w.window_id, record_id
