-- One row per window: parents who consented to an assessment, over those whose support began in the window.
-- Not recorded is no consent, and stays in the denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(p.support_id) filter (where p.assessment_consented)::integer as numerator,
  count(p.support_id)::integer as denominator
from windows as w
left join marts.parenting_support as p on p.supported_on between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
