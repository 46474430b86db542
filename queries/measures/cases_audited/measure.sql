-- One row per window and stage: cases audited in the window, each once however often it was looked at.
-- By the stage of its last audit in the window, so that stages add up to the total. A count: no denominator.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(a.audit_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.audits as a
  on a.audited_on between w.starts and w.ends
  and a.next_audited_on > w.ends
  and g.group_code = if(g.breakdown = 'total', 'all', a.stage)
where g.breakdown in ('total', 'audit_stage')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
