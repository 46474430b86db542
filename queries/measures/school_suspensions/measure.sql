-- One row per window: children suspended, or excluded from school for a fixed term, over the children worked with while of compulsory school age.
with cohort as (
  select distinct w.window_id, i.child_id
  from windows as w
  join marts.school_age_work as i on i.start_date <= w.ends and i.end_date >= w.starts
),
met as (
  select distinct w.window_id, e.child_id
  from windows as w
  join marts.school_exclusions as e on not e.lasting and e.started_on between w.starts and w.ends
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
