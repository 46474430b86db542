-- One row per window and group: children with a formal outcome dated in the window, each once.
-- Diversion is not formal. A child of 18 by the day of the outcome counts. A child with several outcomes is in the age
-- band of the first. The denominator is children aged 10 to 17 living in the area, where such a population exists.
with first_in_window as (
  select w.window_id, o.child_id, o.ethnicity, o.sex, o.age_band, o.looked_after
  from windows as w
  join marts.outcomes as o on o.formal and o.outcome_date between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, o.child_id order by o.outcome_date, natural_order(o.outcome_id)) = 1
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(c.child_id)::integer as numerator,
  max(p.population)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.populations as p
  on p.serves = 'rates'
  and p.breakdown = g.breakdown
  and p.group_code = g.group_code
  and w.ends between p.applies_from and p.applies_to
left join first_in_window as c
  on c.window_id = w.window_id
  and g.group_code = case g.breakdown
    when 'total' then 'all'
    when 'ethnicity' then c.ethnicity
    when 'sex' then c.sex
    when 'age_band' then c.age_band
    when 'looked_after' then c.looked_after
  end
where g.breakdown in ('total', 'ethnicity', 'sex', 'age_band', 'looked_after')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
