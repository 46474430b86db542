-- One row per window and ethnic group: children with a formal outcome dated in the window, each once.
-- The same children as children_cautioned_or_sentenced. The denominator is children of the group aged 10 to 17 living in
-- the area; `Not known` is a group of its own and has none.
with cautioned_or_sentenced as (
  select distinct w.window_id, o.child_id, o.ethnicity
  from windows as w
  join marts.outcomes as o on o.formal and o.outcome_date between w.starts and w.ends
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(c.child_id)::integer as numerator,
  max(p.population)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.populations as p
  on p.serves = 'ethnicity'
  and p.breakdown = g.breakdown
  and p.group_code = g.group_code
  and w.ends between p.applies_from and p.applies_to
left join cautioned_or_sentenced as c
  on c.window_id = w.window_id
  and g.group_code = case g.breakdown
    when 'total' then 'all'
    when 'ethnicity' then c.ethnicity
  end
where g.breakdown in ('total', 'ethnicity')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
