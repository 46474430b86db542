-- One row per window and type: outcomes dated in the window, formal or diversion.
-- Outcomes are counted and not children: a child given two is two. A count: no denominator.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(o.outcome_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.outcomes as o
  on o.outcome_date between w.starts and w.ends
  and g.group_code = if(g.breakdown = 'total', 'all', o.outcome_type)
where g.breakdown in ('total', 'outcome_type')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
