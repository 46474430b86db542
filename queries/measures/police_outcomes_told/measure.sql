-- One row per window: children of whose police outcomes the service has word, over all whom the police gave one in it.
-- Each child once, and only where it has word of every one of them: an outcome of the child within 31 days.
with given as (
  select w.window_id, p.child_key, bool_and(p.told) as told
  from windows as w
  join marts.police_outcomes as p on p.given_on between w.starts and w.ends
  group by w.window_id, p.child_key
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(g.child_key) filter (where g.told)::integer as numerator,
  count(g.child_key)::integer as denominator
from windows as w
left join given as g on g.window_id = w.window_id
group by w.window_id, w.ends
order by w.ends
