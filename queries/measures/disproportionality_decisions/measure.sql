-- One row per window, breakdown and group: children for whom one stage went further, over the children decided on there in
-- the window. Each child once, by the furthest of theirs. `marts.decisions` says what goes further at each stage.
with decided as (
  select w.window_id, d.child_id, bool_or(d.further) as further
  from windows as w
  join marts.decisions as d on d.stage = $stage and d.decided_on between w.starts and w.ends
  group by w.window_id, d.child_id
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
