-- One row per window and group: children whose first ever formal outcome fell in the window, aged 10 to 17 that day.
-- Dated by the outcome, not the offence, so a slow court moves the quarter. A child recorded with a formal outcome
-- elsewhere before is not an entrant; a blank there is taken as none, which is why the data-quality page counts blanks.
-- By another option of the rules entrant_age and entrant_residence, the entries that marts.entries has by it.
-- The denominator is children aged 10 to 17 living in the area, where such a population exists.
with entrants as (
  select w.window_id, o.child_id, o.ethnicity, o.sex, o.age_band, o.looked_after
  from windows as w
  join marts.first_formal_outcomes as o on o.outcome_date between w.starts and w.ends
  where w.entrant_age = 'at_outcome'
    and w.entrant_residence = 'today'
    and o.age between 10 and 17
    and o.prior_formal_outcome_elsewhere is not true
  union all
  select w.window_id, e.child_id, e.ethnicity, e.sex, e.age_band, e.looked_after
  from windows as w
  join marts.entries as e
    on e.outcome_date between w.starts and w.ends
    and e.entrant_age = w.entrant_age
    and e.entrant_residence = w.entrant_residence
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
left join entrants as c
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
