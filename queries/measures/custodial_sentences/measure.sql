-- One row per window: outcomes of the custody tier dated in the window.
-- Sentences, not children: one child can have several. A release or a return after breach is not a new sentence.
-- The denominator is children aged 10 to 17.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(o.outcome_id)::integer as numerator,
  max(p.population)::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.populations as p
  on p.serves = 'rates'
  and p.breakdown = g.breakdown
  and p.group_code = g.group_code
  and w.ends between p.applies_from and p.applies_to
left join marts.outcomes as o on o.tier = 'Custody' and o.outcome_date between w.starts and w.ends
where g.breakdown = 'total'
group by w.window_id, w.ends, g.breakdown, g.group_code
order by w.ends
