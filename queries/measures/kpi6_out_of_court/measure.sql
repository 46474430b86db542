-- One row per window and group: children who completed an out-of-court intervention that ended.
-- A child counts once, by the latest of their interventions to end in the window, and once in each order type by the
-- latest of that type. By the option any_one of the rule kpi6_completed a child of several has completed who completed one
-- of them, and is without an answer where none says so and one says nothing. One that ended before it started counts
-- nowhere. `not_recorded` counts those without an answer, who stay in every denominator.
with ended as (
  select
    w.window_id,
    k.child_id,
    k.programme,
    k.ethnicity,
    k.sex,
    k.age_band,
    if(
      w.kpi6_completed = 'latest',
      k.completed,
      case when bool_or(k.completed) over of_child then true when bool_and(k.completed is not null) over of_child then false end
    ) as answer,
    if(w.kpi6_completed = 'latest', k.completed, bool_or(k.completed) over of_type) as completed_of_type,
    row_number() over (of_child order by k.ended_on desc, natural_order(k.intervention_id) desc) = 1 as latest,
    row_number() over (of_type order by k.ended_on desc, natural_order(k.intervention_id) desc) = 1 as latest_of_type
  from windows as w
  join marts.interventions_ended as k
    on k.out_of_court
    and k.ended_on between w.starts and w.ends
    and k.ended_on >= k.started_on
  window
    of_child as (partition by w.window_id, k.child_id),
    of_type as (partition by w.window_id, k.child_id, k.programme)
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  case g.breakdown
    when 'not_recorded' then count(e.child_id) filter (where e.answer is null)
    when 'order_type' then count(e.child_id) filter (where e.completed_of_type)
    else count(e.child_id) filter (where e.answer)
  end::integer as numerator,
  count(e.child_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join ended as e
  on e.window_id = w.window_id
  and if(g.breakdown = 'order_type', e.latest_of_type, e.latest)
  and g.group_code = case g.breakdown
    when 'total' then 'all'
    when 'not_recorded' then 'all'
    when 'order_type' then e.programme
    when 'ethnicity' then e.ethnicity
    when 'sex' then e.sex
    when 'age_band' then e.age_band
  end
where g.breakdown in ('total', 'not_recorded', 'order_type', 'ethnicity', 'sex', 'age_band')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
