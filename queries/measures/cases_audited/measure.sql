-- One row per window: cases audited in the window, each once however often it was looked at.
-- A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct a.case_key)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.audits as a on a.audited_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
