-- One row per window and group: children with an intervention open on any day of the window, each once.
-- Open from the day it started to the day it ended, both included; without an end it is still open. One that ended
-- before it started was open on no day. Age is whole years on the window's last day, which every window
-- shares with a quarter: there, `born_by` tells it as the birthday would. A count: no denominator.
with open_in_window as (
  select distinct
    w.window_id,
    i.child_id,
    i.ethnicity,
    i.sex,
    i.looked_after,
    year(w.ends) - year(i.born_by) - if(month(w.ends) < month(i.born_by), 1, 0) as age
  from windows as w
  join marts.interventions as i
    on i.start_date <= w.ends
    and coalesce(i.end_date, w.ends) >= greatest(w.starts, i.start_date)
),
worked_with as (
  select o.window_id, o.child_id, o.ethnicity, o.sex, o.looked_after, age_band(o.age) as age_band
  from open_in_window as o
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(c.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
left join worked_with as c
  on c.window_id = w.window_id
  and g.group_code = case g.breakdown
    when 'total' then 'all'
    when 'ethnicity' then c.ethnicity
    when 'sex' then c.sex
    when 'age_band' then c.age_band
    when 'looked_after' then c.looked_after
  end
where g.breakdown in ('total', 'ethnicity', 'sex', 'age_band', 'looked_after')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
