-- One row per window and finding: disposals the scrutiny panel looked at in the window, by what it found.
-- One without a finding is counted as not recorded. A count: no denominator.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(s.case_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.scrutiny as s
  on s.panel_date between w.starts and w.ends
  and g.group_code = if(g.breakdown = 'total', 'all', coalesce(s.finding, 'not recorded'))
where g.breakdown in ('total', 'scrutiny_finding')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
