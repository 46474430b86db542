-- One row per window and group: children who spent a night of the window on remand, each once.
-- The children behind remand_nights, so a remand that began before the window counts. The night of the last day is not
-- spent. In the age band of the first day of the first such episode. A count: no denominator.
with first_in_window as (
  select w.window_id, s.child_id, s.ethnicity, s.sex, s.age_band, s.looked_after
  from windows as w
  join marts.custody_episodes as s
    on s.remand
    and s.start_date <= w.ends
    and coalesce(s.end_date, w.ends + 1) > greatest(s.start_date, w.starts)
  qualify row_number() over (partition by w.window_id, s.child_id order by s.start_date, natural_order(s.episode_id)) = 1
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(c.child_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
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
