-- One row per window: children looked after on the day of a formal outcome in the window, over all with one.
-- Each child once, and looked after if on any of those days. By social care’s episodes, whose first and last day count.
with dealt as (
  select w.window_id, o.child_id, bool_or(e.child_id is not null) as looked_after
  from windows as w
  join marts.outcomes as o on o.formal and o.outcome_date between w.starts and w.ends
  left join marts.care_episodes as e
    on e.child_id = o.child_id
    and e.started_on <= o.outcome_date
    and (e.ended_on is null or e.ended_on >= o.outcome_date)
  group by w.window_id, o.child_id
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(d.child_id) filter (where d.looked_after)::integer as numerator,
  count(d.child_id)::integer as denominator
from windows as w
left join dealt as d on d.window_id = w.window_id
group by w.window_id, w.ends
order by w.ends
