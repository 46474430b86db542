-- One row per window: children whom the police gave an outcome without a court in the window, each once.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct a.child_key)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.police_outcomes as a on a.given_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
