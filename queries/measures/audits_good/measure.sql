-- One row per window and stage: ratings of good or outstanding, over the audits rated in the window.
-- One without a rating is in neither. A case rated twice is in both numbers twice, each time at the stage of that audit.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(a.audit_id) filter (where a.rating in ('Good', 'Outstanding'))::integer as numerator,
  count(a.audit_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.audits as a
  on a.rating is not null
  and a.audited_on between w.starts and w.ends
  and g.group_code = if(g.breakdown = 'total', 'all', a.stage)
where g.breakdown in ('total', 'audit_stage')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
