-- One row per window: nights of the window that children spent on remand, whenever the remand began.
-- The night of the first day counts, the night of the last day does not; an episode that has not ended runs on to the
-- window's end. The nights of a remand across a year's end are split between the years. A night counts
-- once for a child: of remands that overlap, each counts from where those begun before it end. A count: no denominator.
with stays as (
  select
    w.window_id,
    s.child_id,
    greatest(s.start_date, w.starts) as first_night,
    least(s.end_date, w.ends + 1) as left_on
  from windows as w
  join marts.custody_episodes as s on s.remand and s.start_date <= w.ends
),
nights as (
  select
    t.window_id,
    t.left_on - greatest(
      t.first_night,
      max(t.left_on) over (
        partition by t.window_id, t.child_id
        order by t.first_night, t.left_on
        rows between unbounded preceding and 1 preceding
      )
    ) as spent
  from stays as t
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
