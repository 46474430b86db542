-- One row per window: say here what is counted, once for each what.
-- Then the rule, and the cases where people would count otherwise. A count: no denominator.
-- This draft counts nobody: join the mart that holds what is counted, dated between w.starts and w.ends.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  0 as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
where g.breakdown = 'total'
order by w.ends
