-- One row per meeting of the board and partner. A deputy who is not senior does not make the partner's attendance senior.
select
  a.meeting_on,
  a.partner,
  coalesce(p.statutory = 'yes', false) as statutory,
  a.expected,
  a.attended,
  a.senior,
  a.deputy,
  a.contributed_data
from raw.board_attendance as a
left join codes.board_partner as p on p.label = a.partner
