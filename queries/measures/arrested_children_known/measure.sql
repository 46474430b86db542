-- One row per window: arrested children linked to a child of the service, over all children arrested in the window.
-- Each child once. Where a link is missing the child is taken for one the service does not know.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct a.child_key) filter (where a.linked)::integer as numerator,
  count(distinct a.child_key)::integer as denominator
from windows as w
left join marts.arrests as a on a.arrested_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
