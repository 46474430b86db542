-- One row per window: children whose latest assessment in the window found one need, over those assessed in it.
-- The latest by date, then by number. Not recorded is not found, and stays in the denominator.
with latest as (
  select w.window_id, a.assessment_id, a.child_id
  from windows as w
  join marts.assessments as a on a.assessed_on between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, a.child_id order by a.assessed_on desc, natural_order(a.assessment_id) desc) = 1
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(n.assessment_id)::integer as numerator,
  count(l.child_id)::integer as denominator
from windows as w
left join latest as l on l.window_id = w.window_id
left join marts.needs as n
  on n.assessment_id = l.assessment_id
  and n.need = $need
  and n.present = 'yes'
group by w.window_id, w.ends
order by w.ends
