-- One row per window, partner and level: disagreements raised in the window.
-- One raised with nobody on record is in the group of those. A count: no denominator.
select
  w.window_id,
  g.breakdown,
  g.group_code,
  count(e.escalation_id)::integer as numerator,
  null::integer as denominator
from windows as w
cross join marts.groups as g
left join marts.escalations as e
  on e.raised_on between w.starts and w.ends
  and g.group_code = case g.breakdown
    when 'total' then 'all'
    when 'board_partner' then coalesce(e.partner, 'not recorded')
    else e.level
  end
where g.breakdown in ('total', 'board_partner', 'escalation_level')
group by w.window_id, w.ends, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
