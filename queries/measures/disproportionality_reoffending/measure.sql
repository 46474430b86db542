-- One row per window, breakdown and group: children who reoffended, over the children with an index event in the window.
-- Unlike reoffending_binary each child counts once however many quarters they are in, by their first index event, so that
-- the children compared are separate persons. Follow-up and waiting come after the window.
with decided as (
  select w.window_id, r.child_id, arg_min(r.reoffended, r.index_date) as further
  from windows as w
  join marts.reoffending_cohort as r on r.index_date between w.starts and w.ends
  group by w.window_id, r.child_id
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(d.child_id) filter (where d.further)::integer as numerator,
  count(d.child_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.characteristics as c on c.breakdown = g.breakdown and c.group_code = g.group_code
left join decided as d on d.window_id = w.window_id and d.child_id = c.child_id
where
  g.breakdown in ('total', 'ethnicity', 'sex', 'looked_after', 'traveller', 'language', 'ethnicity_girls', 'ethnicity_boys')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, w.window_id, g.sort
