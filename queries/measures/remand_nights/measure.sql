-- One row per window: nights of the window that children spent on remand, whenever the remand began.
-- The night of the first day counts, the night of the last day does not; an episode that has not ended runs on to the
-- window's end. The nights of a remand across a year's end are split between the years. A count: no denominator.
with nights as (
  select
    w.window_id,
    least(coalesce(s.end_date, w.ends + 1), w.ends + 1) - greatest(s.start_date, w.starts) as spent
  from windows as w
  join marts.custody_episodes as s on s.remand and s.start_date <= w.ends
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  coalesce(sum(n.spent), 0)::integer as numerator,
  null::integer as denominator
from windows as w
left join nights as n on n.window_id = w.window_id and n.spent > 0
group by w.window_id, w.ends
order by w.ends
