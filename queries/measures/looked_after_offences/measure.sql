-- One row per window: offences of looked-after children first formally dealt with in the window.
-- Each offence once, however often it is sentenced. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(f.offence_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.offences as f on f.looked_after = 'yes' and f.first_formal_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
