-- One row per window: victims identified in the window who did not consent to contact.
-- One whose consent nobody recorded did not refuse it. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(v.victim_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.victims as v on not v.consented and v.identified_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
