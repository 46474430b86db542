-- One row per window: scores at the end added up, over the areas of life scored at both ends, the end in the window.
-- The same pairs at both ends, so that the two averages can be set side by side.
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
  coalesce(sum(p.end_score), 0)::integer as numerator,
  coalesce(sum(p.areas), 0)::integer as denominator
from windows as w
left join pairs as p on p.window_id = w.window_id
group by w.window_id, w.ends
order by w.ends
