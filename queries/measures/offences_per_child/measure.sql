-- One row per window: offences dealt with by any outcome dated in the window, over the children they belong to.
-- Formal or diversion alike. An offence counts once however many outcomes it has in the window; it counts again in a
-- later window that deals with it again, because here the work is counted and not the crime.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(distinct d.offence_id)::integer as numerator,
  count(distinct d.child_id)::integer as denominator
from windows as w
left join marts.offences_dealt_with as d on d.outcome_date between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
