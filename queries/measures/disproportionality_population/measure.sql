-- One row per window, breakdown and group: children with a formal outcome dated in the window, each once however long it is.
-- The denominator is children of the group aged 10 to 17 living in the area, of one year; empty where nobody counts them,
-- as for looked-after, Gypsy, Roma and Traveller children and by language.
with decided as (
  select distinct w.window_id, d.child_id
  from windows as w
  join marts.decisions as d on d.stage = 'formal' and d.further and d.decided_on between w.starts and w.ends
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(d.child_id)::integer as numerator,
  max(p.population)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.characteristics as c on c.breakdown = g.breakdown and c.group_code = g.group_code
left join marts.populations as p
  on p.serves = 'decisions'
  and p.breakdown = g.breakdown
  and p.group_code = g.group_code
  and w.ends between p.applies_from and p.applies_to
left join decided as d on d.window_id = w.window_id and d.child_id = c.child_id
where
  g.breakdown in ('total', 'ethnicity', 'sex', 'looked_after', 'traveller', 'language', 'ethnicity_girls', 'ethnicity_boys')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, w.window_id, g.sort
