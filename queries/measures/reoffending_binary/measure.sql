-- One row per window and group: entries whose child reoffended, over the entries to the four quarterly cohorts of the
-- window. A child is an entry once in each quarter with an index event, so up to four times. The window holds the index dates; the
-- twelve months of follow-up and six of waiting come after it.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(c.child_id) filter (where c.reoffended)::integer as numerator,
  count(c.child_id)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.reoffending_cohort as c
  on c.index_date between w.starts and w.ends
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
