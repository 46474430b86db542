-- One row per window: disposals the scrutiny panel found appropriate with reservations, over those it looked at in the window.
-- One without a finding stays in the denominator.
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(s.case_id) filter (where s.finding = 'Appropriate with reservations')::integer as numerator,
  count(s.case_id)::integer as denominator
from windows as w
left join marts.scrutiny as s on s.panel_date between w.starts and w.ends
group by w.window_id, w.ends
order by w.ends
