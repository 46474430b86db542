-- One row per meeting of the management board and partner who was expected there.
-- A partner marked as not expected is left out; one with no mark was expected. `came` needs a yes: a blank is nobody
-- seen. `senior_came` needs somebody senior in the room, so a junior deputy does not count.
select
  meeting_on,
  partner,
  statutory,
  coalesce(attended, false) as came,
  coalesce(attended, false) and coalesce(senior, false) as senior_came,
  coalesce(attended, false) and coalesce(deputy, false) as deputy_came,
  contributed_data
from staging.board_attendance
where coalesce(expected, true)
