-- One row per window: pounds spent, over pounds of the budget, of the financial year that ended in the window.
-- Every source together. A source whose budget or spending is not known is in neither.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  round(coalesce(sum(f.spent), 0))::integer as numerator,
  round(coalesce(sum(f.budget), 0))::integer as denominator
from windows as w
left join marts.finance as f
  on f.spent is not null
  and f.budget is not null
  and f.year_ends between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
