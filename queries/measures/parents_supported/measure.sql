-- One row per window: referrals for parenting support whose support began in the window.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(p.support_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.parenting_support as p on p.supported_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
