-- One row per window: serious violence offences whose first formal outcome fell in the window.
-- A drug, robbery or violence offence with gravity 5 or more. Counted by offence, so that sentencing a child again is not a
-- second crime. Offences are not broken down by who committed them. The denominator is children aged 10 to 17. Key
-- performance indicator 9 counts the same offences.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(f.offence_id)::integer as numerator,
  max(p.population)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.populations as p
  on p.serves = 'rates'
  and p.breakdown = g.breakdown
  and p.group_code = g.group_code
  and w.ends between p.applies_from and p.applies_to
left join marts.offences as f on f.serious_violence and f.first_formal_on between w.starts and w.ends
where g.breakdown = 'total'
group by w.window_id, w.ends, g.breakdown, g.group_code
order by w.ends
