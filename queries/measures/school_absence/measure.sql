-- One row per window: children who missed one session or more in so many at school (10: a tenth of them, 2: half), over the children worked with while of compulsory school age.
-- Sessions of terms that ended in the window, of all the child’s schools together; a term counts only where both its
-- sessions and those attended were sent. `not_recorded` counts children with no such term, who stay in the denominator.
with cohort as (
  select distinct w.window_id, i.child_id
  from windows as w
  join marts.school_age_work as i on i.start_date <= w.ends and i.end_date >= w.starts
),
schooled as (
  select w.window_id, a.child_id, sum(a.sessions_missed) as missed, sum(a.sessions_counted) as counted
  from windows as w
  join marts.school_attendance as a on a.period_to between w.starts and w.ends
  group by w.window_id, a.child_id
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  case g.breakdown
    when 'not_recorded' then count(c.child_id) filter (where coalesce(s.counted, 0) = 0)
    else count(c.child_id) filter (where $one_in * s.missed >= s.counted and s.counted > 0)
  end::integer as numerator,
  count(c.child_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join cohort as c on c.window_id = w.window_id
left join schooled as s on s.window_id = c.window_id and s.child_id = c.child_id
where g.breakdown in ('total', 'not_recorded')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
