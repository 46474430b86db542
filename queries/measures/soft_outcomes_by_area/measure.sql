-- One row per window and area of life: children whose scores rose from start to end, over those with both in the window.
-- All together, a child’s areas are added up first, as soft_outcomes_improved adds them. Equal is not more.
with scored as (
  select w.window_id, s.child_id, s.domain, s.start_score, s.end_score
  from windows as w
  join marts.soft_outcomes as s
    on s.start_score is not null
    and s.end_score is not null
    and s.end_on between w.starts and w.ends
),
pairs as (
  select s.window_id, s.child_id, 'all' as group_code, sum(s.start_score) as start_score, sum(s.end_score) as end_score
  from scored as s
  group by s.window_id, s.child_id
  union all
  select s.window_id, s.child_id, s.domain, sum(s.start_score), sum(s.end_score)
  from scored as s
  group by s.window_id, s.child_id, s.domain
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(p.child_id) filter (where p.end_score > p.start_score)::integer as numerator,
  count(p.child_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join pairs as p on p.window_id = w.window_id and p.group_code = g.group_code
where g.breakdown in ('total', 'life_domain')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
