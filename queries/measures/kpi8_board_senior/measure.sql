-- One row per window and group: statutory partners represented by somebody senior at meetings of the management board.
-- Out of statutory partners expected, one for each meeting. By the option five_each_quarter of the rule kpi8_partners, each
-- partner counts once in a quarter, however often the board met, out of five in each quarter of the window.
with attendance as (
  select 'meetings' as rule, k.meeting_on as counted_on, k.partner, k.senior_came as came
  from marts.board_attendance as k
  where k.statutory
  union all
  select 'five_each_quarter', date_trunc('quarter', k.meeting_on)::date as counted_on, k.partner, bool_or(k.senior_came)
  from marts.board_attendance as k
  where k.statutory
  group by counted_on, k.partner
)
select
  w.window_id,
  g.breakdown,
  g.group_code,
  (count(k.partner) filter (where k.came))::integer as numerator,
  if(w.kpi8_partners = 'meetings', count(k.partner), 5 * (date_diff('month', w.starts, w.ends + 1) // 3))::integer as denominator
from windows as w
cross join marts.groups as g
left join attendance as k
  on k.rule = w.kpi8_partners
  and k.counted_on between w.starts and w.ends
where g.breakdown in ('total')
group by w.window_id, w.starts, w.ends, w.kpi8_partners, g.breakdown, g.group_code, g.sort
order by w.ends, g.sort
