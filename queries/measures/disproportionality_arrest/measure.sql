-- One row per window, breakdown and group: children arrested in the window, each once however long it is.
-- The denominator is children of the group aged 10 to 17 living in the area, of one year.
with arrested as (
  select distinct w.window_id, a.child_key, a.ethnicity, a.sex
  from windows as w
  join marts.arrests as a on a.arrested_on between w.starts and w.ends
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(a.child_key)::integer as numerator,
  max(p.population)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.populations as p
  on p.serves = 'decisions'
  and p.breakdown = g.breakdown
  and p.group_code = g.group_code
  and w.ends between p.applies_from and p.applies_to
left join arrested as a
  on a.window_id = w.window_id
  and g.group_code = case g.breakdown
    when 'total' then 'all'
    when 'ethnicity' then a.ethnicity
    when 'sex' then a.sex
    when 'ethnicity_girls' then if(a.sex = 'Female', a.ethnicity, null)
    when 'ethnicity_boys' then if(a.sex = 'Male', a.ethnicity, null)
  end
where g.breakdown in ('total', 'ethnicity', 'sex', 'ethnicity_girls', 'ethnicity_boys')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, w.window_id, g.sort
