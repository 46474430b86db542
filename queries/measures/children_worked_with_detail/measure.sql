-- One row per window and group: children with an intervention open on any day of the window, each once, as
-- children_worked_with counts them, by single year of age, preferred language and ethnicity as it was recorded.
-- A label that no child of the service has is left out: the list holds those of every agency. A count: no denominator.
with open_in_window as (
  select distinct
    w.window_id,
    i.child_id,
    year(w.ends) - year(i.born_by) - if(month(w.ends) < month(i.born_by), 1, 0) as age
  from windows as w
  join marts.interventions as i
    on i.start_date <= w.ends
    and coalesce(i.end_date, w.ends) >= greatest(w.starts, i.start_date)
),
grouped as (
  select o.window_id, o.child_id, t.breakdown, t.group_code
  from open_in_window as o
  join marts.characteristics as t on t.child_id = o.child_id and t.breakdown in ('total', 'language', 'traveller')
  union all
  select
    o.window_id,
    o.child_id,
    'age',
    case
      when o.age is null or o.age < 0 then 'not known'
      when o.age < 10 then 'under 10'
      when o.age >= 18 then '18 and over'
      else o.age::varchar
    end
  from open_in_window as o
  union all
  select
    o.window_id,
    o.child_id,
    'recorded_ethnicity',
    if(c.ethnicity = 'Not yet mapped', c.ethnicity, coalesce(c.ethnicity_label, 'not recorded'))
  from open_in_window as o
  join marts.children as c on c.child_id = o.child_id
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(t.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
left join grouped as t on t.window_id = w.window_id and t.breakdown = g.breakdown and t.group_code = g.group_code
where g.breakdown in ('total', 'age', 'language', 'traveller')
  or g.breakdown = 'recorded_ethnicity'
  and (g.group_code in ('not recorded', 'Not yet mapped') or g.group_code in (select c.ethnicity_label from marts.children as c))
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
