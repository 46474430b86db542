-- One row per window and source: pounds spent, over pounds of the budget, of the financial year that ended in the window.
-- A source whose budget or spending is not known is in neither.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  round(coalesce(sum(f.spent), 0))::integer as numerator,
  round(coalesce(sum(f.budget), 0))::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.finance as f
  on f.spent is not null
  and f.budget is not null
  and f.year_ends between w.starts and w.ends
  and g.group_code = if(g.breakdown = 'total', 'all', f.source)
where g.breakdown in ('total', 'finance_source')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
