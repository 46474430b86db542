-- One row per window: children who began an intervention at least six months before the window's end, and those with an
-- offence in the six months after it. Any offence recorded, proven or not yet; a breach does not count, nor does an
-- offence on the day itself. A child who began several is followed from the first. All are followed alike.
with begun as (
  select w.window_id, i.child_id, min(i.start_date) as started_on
  from windows as w
  join marts.interventions as i on i.start_date >= w.starts and i.start_date + interval 6 months <= w.ends
  group by w.window_id, i.child_id
),
followed as (
  select b.window_id, b.child_id, count(f.offence_id) > 0 as offended
  from begun as b
  left join marts.offences as f
    on f.child_id = b.child_id
    and not f.breach
    and f.offence_date > b.started_on
    and f.offence_date <= b.started_on + interval 6 months
  group by b.window_id, b.child_id
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(c.child_id) filter (where c.offended)::integer as numerator,
  count(c.child_id)::integer as denominator
from windows as w
left join followed as c on c.window_id = w.window_id
group by w.window_id, w.ends
order by w.ends
