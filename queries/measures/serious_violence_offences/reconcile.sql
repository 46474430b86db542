-- One row per window and offence that the national tool counts otherwise than we do, with how often each counts it.
-- The tool counts an offence each time a formal outcome deals with it in the window; we count it once, in the window of
-- its first. So an offence sentenced again is a second crime there and none here.
select
  w.window_id,
  f.offence_id as record_id,
  f.child_id,
  (f.first_formal_on between w.starts and w.ends)::integer as ours,
  count(*)::integer as theirs,
  if(f.first_formal_on < w.starts, 'dealt with before the window', 'dealt with more than once in the window') as reason
from windows as w
join marts.offences as f on f.serious_violence
join marts.offences_dealt_with as d
  on d.offence_id = f.offence_id
  and d.child_id = f.child_id
  and d.formal
  and d.outcome_date between w.starts and w.ends
group by w.window_id, w.starts, w.ends, f.offence_id, f.child_id, f.first_formal_on
having ours <> theirs
order by w.window_id, record_id
