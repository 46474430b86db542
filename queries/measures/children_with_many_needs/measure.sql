-- One row per window: children whose latest assessment in the window found five needs or more, over the children assessed.
-- The latest by date, then by number. Not recorded is not found.
with latest as (
  select w.window_id, a.assessment_id, a.child_id
  from windows as w
  join marts.assessments as a on a.assessed_on between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, a.child_id order by a.assessed_on desc, natural_order(a.assessment_id) desc) = 1
),
found as (
  select l.window_id, l.child_id, count(n.need) as needs
  from latest as l
  left join marts.needs as n on n.assessment_id = l.assessment_id and n.present = 'yes'
  group by l.window_id, l.child_id
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(f.child_id) filter (where f.needs >= 5)::integer as numerator,
  count(f.child_id)::integer as denominator
from windows as w
left join found as f on f.window_id = w.window_id
group by w.window_id, w.ends
order by w.ends
