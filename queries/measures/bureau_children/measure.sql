-- One row per window and group: children referred to the Bureau in the window, each once.
-- By the day of the referral, in the age band of the first in the window. A count: no denominator.
with first_in_window as (
  select w.window_id, r.child_id, r.ethnicity, r.sex, r.age_band, r.looked_after
  from windows as w
  join marts.referrals as r on r.referred_to = 'Bureau' and r.referred_on between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, r.child_id order by r.referred_on, natural_order(r.referral_id)) = 1
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
