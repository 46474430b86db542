-- One row per window: children worked with in the window, with one kind of plan on any day of it, over all worked with.
-- An intervention that ended before it started was open on no day. The first and the last day of each count.
with worked_with as (
  select distinct w.window_id, i.child_id
  from windows as w
  join marts.interventions as i
    on i.start_date <= w.ends
    and (i.end_date is null or i.end_date >= greatest(w.starts, i.start_date))
),
helped as (
  select distinct w.window_id, e.child_id
  from windows as w
  join marts.care_plans as e on e.kind = $kind and e.started_on <= w.ends and (e.ended_on is null or e.ended_on >= w.starts)
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(h.child_id)::integer as numerator,
  count(c.child_id)::integer as denominator
from windows as w
left join worked_with as c on c.window_id = w.window_id
left join helped as h on h.window_id = c.window_id and h.child_id = c.child_id
group by w.window_id, w.ends
order by w.ends
