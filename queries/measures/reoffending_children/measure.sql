-- One row per window and group: children whose first entry in the window was followed by a reoffence, over the children
-- with an entry in it. Behind the entries of reoffending_binary, where a child counts once in each quarter: here each
-- counts once, by the first entry of the window and in the group of that day, so that those compared are separate
-- persons, each followed for the same time. Follow-up and waiting come after the window.
with first_in_window as (
  select w.window_id, c.*
  from windows as w
  join marts.reoffending_cohort as c on c.index_date between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, c.child_id order by c.index_date) = 1
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(c.child_id) filter (where c.reoffended)::integer as numerator,
  count(c.child_id)::integer as denominator
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
    when 'outcome_tier' then c.tier
  end
where g.breakdown in ('total', 'ethnicity', 'sex', 'age_band', 'looked_after', 'outcome_tier')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
