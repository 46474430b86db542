-- One row per window, service and step: children in whom a need was found that the service answers, how many got so far.
-- Each child once for a service, by the latest assessment in the window, then by its number. Referred: a referral to the
-- service open on any day of the window, its first and last day included. Each step is by the window's last day and
-- stands on the one before: a first attendance shows that something was offered, and only what was begun is completed.
-- `days_waited/…` counts referrals to the service first offered something in the window, whoever the child, by days; one
-- offered before it was made counts nowhere. `days_waiting/…` counts those with no offer, first attendance, end or refusal by
-- the window's last day, by the days from the referral to that day. A service nobody needed has no row. The headline is children with such a
-- need who came to a service that answers one of theirs.
with latest as (
  select w.window_id, a.assessment_id, a.child_id
  from windows as w
  join marts.assessments as a on a.assessed_on between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, a.child_id order by a.assessed_on desc, natural_order(a.assessment_id) desc) = 1
),
needed as (
  select l.window_id, l.child_id, s.service
  from latest as l
  join marts.needs as n on n.assessment_id = l.assessment_id and n.present = 'yes'
  join marts.need_services as s on s.need = n.need
),
referred as (
  select
    w.window_id,
    r.child_id,
    r.referred_to as service,
    least(r.offered_on, r.started_on) <= w.ends as offered,
    r.started_on <= w.ends as attended,
    r.started_on <= w.ends and r.ended_on <= w.ends and r.completed as completed
  from windows as w
  join marts.referrals as r
    on r.referred_on <= w.ends
    and (r.ended_on is null or r.ended_on >= w.starts)
),
steps as (
  select
    n.window_id,
    n.child_id,
    n.service,
    count(r.child_id) > 0 as referred,
    bool_or(r.offered) as offered,
    bool_or(r.attended) as attended,
    bool_or(r.completed) as completed
  from needed as n
  left join referred as r on r.window_id = n.window_id and r.child_id = n.child_id and r.service = n.service
  group by n.window_id, n.child_id, n.service
),
told as (
  select s.window_id, b.step, s.service, count(*) filter (where case b.step
    when 'step_needed' then true
    when 'step_referred' then s.referred
    when 'step_offered' then s.offered
    when 'step_attended' then s.attended
    when 'step_completed' then s.completed
  end) as children
  from steps as s
  cross join (values ('step_needed'), ('step_referred'), ('step_offered'), ('step_attended'), ('step_completed')) as b (step)
  group by s.window_id, b.step, s.service
),
waited as (
  select w.window_id, r.referred_to as service, r.offered_on - r.referred_on as days, count(*) as referrals
  from windows as w
  join marts.referrals as r on r.offered_on between w.starts and w.ends and r.offered_on >= r.referred_on
  where r.referred_to in (select s.service from marts.need_services as s)
  group by w.window_id, r.referred_to, r.offered_on - r.referred_on
),
unanswered as (
  select w.window_id, r.referred_to as service, w.ends - r.referred_on as days
  from windows as w
  join marts.referrals as r
    on r.referred_on <= w.ends
    and coalesce(least(r.offered_on, r.started_on, r.ended_on) > w.ends, true)
    and coalesce(r.decision not in ('Declined', 'No Further Action'), true)
  where r.referred_to in (select s.service from marts.need_services as s)
),
waiting as (
  select u.window_id, u.service, u.days, count(*) as referrals
  from unanswered as u
  group by u.window_id, u.service, u.days
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct s.child_id) filter (where s.attended)::integer as numerator,
  count(distinct s.child_id)::integer as denominator
from windows as w
left join steps as s on s.window_id = w.window_id
group by w.window_id
union all
select t.window_id, t.step, t.service, t.children::integer, null
from told as t
union all
select d.window_id, 'days_waited/' || d.service, d.days::varchar, d.referrals::integer, null
from waited as d
union all
select d.window_id, 'days_waiting/' || d.service, d.days::varchar, d.referrals::integer, null
from waiting as d
