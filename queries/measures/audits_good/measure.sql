-- One row per window: ratings of good or outstanding, over the audits rated in the window.
-- One without a rating is in neither.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(a.audit_id) filter (where a.rating in ('Good', 'Outstanding'))::integer as numerator,
  count(a.audit_id)::integer as denominator
from windows as w
left join marts.audits as a on a.rating is not null and a.audited_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
