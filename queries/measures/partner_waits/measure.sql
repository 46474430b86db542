-- One row per window, health service and number of days: referrals first offered an appointment in the window, by their wait.
-- By health’s own record, whoever referred. Whole days; an offer on the day of the referral took none. A number of days
-- nobody waited has no row. `days_waiting/…` counts those neither offered nor closed by the window's last day, by the days
-- they had waited by then. The headline is children first offered an appointment in the window, each once.
with offered as (
  select w.window_id, r.child_id, r.service, r.offered_on - r.referred_on as days
  from windows as w
  join marts.health_referrals as r on r.offered_on between w.starts and w.ends
),
waiting as (
  select w.window_id, r.service, w.ends - r.referred_on as days
  from windows as w
  join marts.health_referrals as r
    on r.referred_on <= w.ends
    and coalesce(least(r.offered_on, r.closed_on) > w.ends, true)
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct o.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
left join offered as o on o.window_id = w.window_id
group by w.window_id
union all
select o.window_id, 'days_waited/' || o.service, o.days::varchar, count(*)::integer, null
from offered as o
group by o.window_id, o.service, o.days
union all
select o.window_id, 'days_waiting/' || o.service, o.days::varchar, count(*)::integer, null
from waiting as o
group by o.window_id, o.service, o.days
