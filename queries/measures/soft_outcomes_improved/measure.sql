-- One row per window: children whose scores add up to more at the end than at the start, over those with both in the window.
-- The same areas of life at both ends. Equal is not more.
with pairs as (
  select
    w.window_id,
    s.child_id,
    sum(s.start_score) as start_score,
    sum(s.end_score) as end_score,
    count(s.score_id) as areas
  from windows as w
  join marts.soft_outcomes as s
    on s.start_score is not null
    and s.end_score is not null
    and s.end_on between w.starts and w.ends
  group by w.window_id, s.child_id
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(p.child_id) filter (where p.end_score > p.start_score)::integer as numerator,
  count(p.child_id)::integer as denominator
from windows as w
left join pairs as p on p.window_id = w.window_id
group by w.window_id, w.ends
order by w.ends
