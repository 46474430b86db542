-- One row per cohort (an option of the rule kpi_cohort), intervention that ended, point, and group of a key performance
-- indicator that it counts in.
-- A child counts once in a window, by one of theirs that ended in it. So each row says between which days no ending of the
-- same child goes before it: it is its window's where `previous_ended_on` is before the window and `next_ended_on` after it.
-- every_programme: the latest to end goes first, and in an order type's group the latest of that type.
-- six_orders: the most serious order goes first and, of equals, the latest to begin; only orders that have a seriousness
-- count, of children aged 10 to 17 when they began; all others are in the group of voluntary programmes, by the latest.
-- Those that are alike in all are taken by their number. One that ended before it started counts nowhere and takes no
-- other's place. To be linked to any wider service of a nation, a yes to any is a yes, a no needs a no to each, and
-- anything else is no answer; at any point it is the same over the start and the end.
with answered as (
  select
    k.*,
    p.kpi_seriousness::integer as seriousness,
    case when bool_or(k.linked_early_help) over points then true when bool_and(k.linked_early_help is not null) over points then false end as ever_early_help,
    case when bool_or(k.linked_child_in_need) over points then true when bool_and(k.linked_child_in_need is not null) over points then false end as ever_child_in_need,
    case when bool_or(k.linked_child_protection) over points then true when bool_and(k.linked_child_protection is not null) over points then false end as ever_child_protection,
    case when bool_or(k.linked_looked_after) over points then true when bool_and(k.linked_looked_after is not null) over points then false end as ever_looked_after,
    case when bool_or(k.linked_care_and_support_plan) over points then true when bool_and(k.linked_care_and_support_plan is not null) over points then false end as ever_care_and_support_plan
  from marts.kpi_snapshots as k
  left join codes.programme as p on p.label = k.programme
  where k.ended_on >= k.started_on
  window points as (partition by k.intervention_id)
),
ended as (
  select
    a.*,
    a.linked_early_help or a.linked_child_in_need or a.linked_child_protection or a.linked_looked_after as linked_in_england,
    a.linked_care_and_support_plan or a.linked_child_protection or a.linked_looked_after as linked_in_wales,
    a.ever_early_help or a.ever_child_in_need or a.ever_child_protection or a.ever_looked_after as ever_linked_in_england,
    a.ever_early_help or a.ever_care_and_support_plan or a.ever_child_protection or a.ever_looked_after as ever_linked_in_wales
  from answered as a
),
by_latest as (
  select
    'every_programme' as cohort,
    e.*,
    date '0001-01-01' as previous_ended_on,
    lead(e.ended_on, 1, date '9999-12-31') over (
      partition by e.point, e.child_id order by e.ended_on, natural_order(e.intervention_id)
    ) as next_ended_on,
    lead(e.ended_on, 1, date '9999-12-31') over (
      partition by e.point, e.child_id, e.programme order by e.ended_on, natural_order(e.intervention_id)
    ) as next_of_type_ended_on
  from ended as e
),
orders as (
  select
    e.intervention_id,
    e.point,
    e.child_id,
    e.ended_on,
    row_number() over (
      partition by e.point, e.child_id
      order by e.seriousness, e.started_on, e.ended_on, natural_order(e.intervention_id)
    ) as place
  from ended as e
  where e.seriousness is not null and e.age_at_start between 10 and 17
),
outranked as (
  select
    o.intervention_id,
    o.point,
    coalesce(max(h.ended_on) filter (where h.ended_on < o.ended_on), date '0001-01-01') as previous_ended_on,
    coalesce(min(h.ended_on) filter (where h.ended_on >= o.ended_on), date '9999-12-31') as next_ended_on
  from orders as o
  left join orders as h on h.child_id = o.child_id and h.point = o.point and h.place > o.place
  group by o.intervention_id, o.point
),
by_seriousness as (
  select
    'six_orders' as cohort,
    e.* replace (e.age_band_at_start as age_band),
    r.previous_ended_on,
    r.next_ended_on,
    r.next_ended_on as next_of_type_ended_on
  from ended as e
  join outranked as r on r.intervention_id = e.intervention_id and r.point = e.point
),
voluntary as (
  select
    'six_orders' as cohort,
    e.*,
    date '0001-01-01' as previous_ended_on,
    lead(e.ended_on, 1, date '9999-12-31') over (
      partition by e.point, e.child_id order by e.ended_on, natural_order(e.intervention_id)
    ) as next_ended_on,
    null::date as next_of_type_ended_on
  from ended as e
  where e.seriousness is null
)
select
  g.breakdown,
  g.group_code,
  e.* replace (if(g.breakdown = 'order_type', e.next_of_type_ended_on, e.next_ended_on) as next_ended_on)
from (select * from by_latest union all by name select * from by_seriousness) as e
join marts.groups as g
  on g.group_code = case g.breakdown
    when 'total' then 'all'
    when 'not_recorded' then 'all'
    when 'order_type' then e.programme
    when 'ethnicity' then e.ethnicity
    when 'sex' then e.sex
    when 'age_band' then e.age_band
  end
union all by name
select 'voluntary' as breakdown, 'all' as group_code, v.*
from voluntary as v
