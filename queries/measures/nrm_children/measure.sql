-- One row per window: children referred to the National Referral Mechanism in the window, each once.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct e.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.exploitation as e on e.nrm_referred and e.raised_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
