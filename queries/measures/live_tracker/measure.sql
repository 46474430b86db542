-- One row per window: children who began an intervention in the window, and those with an offence after it by the end.
-- And one per window and number of days: children followed for so many, of them those whose offence ended it; the rest
-- had none by the window's end.
-- Any offence recorded, proven or not yet; a breach does not count, nor does an offence on the day itself. A child who
-- began several is followed from the first, so that each counts once. Some are followed longer than others.
with begun as (
  select w.window_id, w.ends, i.child_id, min(i.start_date) as started_on
  from windows as w
  join marts.interventions as i on i.start_date between w.starts and w.ends
  group by w.window_id, w.ends, i.child_id
),
followed as (
  select b.window_id, b.ends, b.child_id, b.started_on, min(f.offence_date) as offended_on
  from begun as b
  left join marts.offences as f
    on f.child_id = b.child_id and not f.breach and f.offence_date > b.started_on and f.offence_date <= b.ends
  group by b.window_id, b.ends, b.child_id, b.started_on
),
exits as (
  select window_id, offended_on, date_diff('day', started_on, coalesce(offended_on, ends)) as days
  from followed
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(c.offended_on)::integer as numerator,
  count(c.child_id)::integer as denominator
from windows as w
left join followed as c on c.window_id = w.window_id
group by w.window_id
union all
select
  window_id,
  'days_followed',
  days::varchar,
  count(offended_on)::integer,
  count(*)::integer
from exits
group by window_id, days
