-- One row per window: reoffences, over all children of the four quarterly cohorts.
-- The cohorts, children and reoffences of reoffending_binary: an offence in the follow-up of two cohorts counts in both.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  coalesce(sum(c.reoffences), 0)::integer as numerator,
  count(c.child_id)::integer as denominator
from windows as w
left join marts.reoffending_cohort as c on c.index_date between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
