-- One row per window and stage: audits of the window that gave one rating, at the stage they looked at.
-- A case rated twice is twice. A count: no denominator.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(a.audit_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.audits as a
  on a.rating = $rating
  and a.audited_on between w.starts and w.ends
  and g.group_code = if(g.breakdown = 'total', 'all', a.stage)
where g.breakdown in ('total', 'audit_stage')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
