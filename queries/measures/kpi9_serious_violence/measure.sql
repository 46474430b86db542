-- One row per window and group: children with a serious violence offence whose first formal outcome fell in the window.
-- The children of serious_violence_children, each once, in the age band of the first such outcome. The denominator is
-- children aged 10 to 17 living in the area, where such a population exists.
with first_in_window as (
  select w.window_id, f.child_id, f.ethnicity, f.sex, f.age_band
  from windows as w
  join marts.offences as f on f.serious_violence and f.first_formal_on between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, f.child_id order by f.first_formal_on, natural_order(f.offence_id)) = 1
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
  end
where g.breakdown in ('total', 'ethnicity', 'sex', 'age_band')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
