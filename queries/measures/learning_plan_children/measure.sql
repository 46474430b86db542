-- One row per window: children with a formal learning plan in force on any day of it, over the children worked with while of compulsory school age.
with cohort as (
  select distinct w.window_id, i.child_id
  from windows as w
  join marts.school_age_work as i on i.start_date <= w.ends and i.end_date >= w.starts
),
met as (
  select distinct w.window_id, e.child_id
  from windows as w
  join marts.learning_plans as e on e.formal and e.started_on <= w.ends and (e.ended_on is null or e.ended_on >= w.starts)
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(m.child_id)::integer as numerator,
  count(c.child_id)::integer as denominator
from windows as w
left join cohort as c on c.window_id = w.window_id
left join met as m on m.window_id = c.window_id and m.child_id = c.child_id
group by w.window_id, w.ends
order by w.ends
