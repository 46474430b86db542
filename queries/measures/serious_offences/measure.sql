-- One row per window and category: offences of gravity 5 or more dealt with by any outcome dated in the window, each once.
-- A count: no denominator.
with dealt_with as (
  select distinct w.window_id, f.offence_id, f.child_id, f.category
  from windows as w
  join marts.offences_dealt_with as d on d.outcome_date between w.starts and w.ends
  join marts.offences as f on f.offence_id = d.offence_id and f.child_id = d.child_id
  where f.gravity >= 5
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(d.offence_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
left join dealt_with as d
  on d.window_id = w.window_id
  and g.group_code = if(g.breakdown = 'total', 'all', d.category)
where g.breakdown in ('total', 'offence_category')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
