-- One row per window: looked-after children another authority answers for, worked with here in the window, each once.
-- Placed here, and so in no other figure. One that ended before it started was open on no day. A count: no denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct p.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join marts.placed_here as p
  on p.looked_after = 'yes'
  and p.start_date <= w.ends
  and (p.end_date is null or p.end_date >= greatest(w.starts, p.start_date))
group by w.window_id, w.ends
order by w.ends
