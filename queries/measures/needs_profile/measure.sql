-- One row per window and need: children whose latest assessment of the year found it, over the children assessed.
-- The latest by date, then by number. A need not looked at, or marked so, is not recorded: it stays in the denominator
-- and is counted by itself under `need_not_recorded`. The headline is children with at least one need found.
with latest as (
  select w.window_id, a.assessment_id, a.child_id
  from windows as w
  join marts.assessments as a on a.assessed_on between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, a.child_id order by a.assessed_on desc, natural_order(a.assessment_id) desc) = 1
),
assessed as (
  select w.window_id, w.ends, count(l.child_id) as children
  from windows as w
  left join latest as l on l.window_id = w.window_id
  group by w.window_id, w.ends
),
found as (
  select
    l.window_id,
    g.breakdown,
    g.group_code,
    count(distinct l.child_id) filter (where n.present = 'yes') as present,
    count(distinct l.child_id) filter (where n.present in ('yes', 'no')) as recorded
  from latest as l
  join marts.needs as n on n.assessment_id = l.assessment_id
  join marts.groups as g
    on g.breakdown = 'total' or (g.breakdown in ('need', 'need_not_recorded') and g.group_code = n.need)
  group by l.window_id, g.breakdown, g.group_code
)
select
  a.window_id,
  g.breakdown,
  g.group_code,
  case g.breakdown
    when 'need_not_recorded' then a.children - coalesce(f.recorded, 0)
    else coalesce(f.present, 0)
  end::integer as numerator,
  a.children::integer as denominator
from assessed as a
cross join marts.groups as g
left join found as f
  on f.window_id = a.window_id
  and f.breakdown = g.breakdown
  and f.group_code = g.group_code
where g.breakdown in ('total', 'need', 'need_not_recorded')
order by a.ends, g.sort
