-- One row per meeting of the management board and partner who was expected there.
-- A partner marked as not expected is left out; one with no mark was expected. `senior_came`
-- needs somebody senior in the room, so a junior deputy does not count. A blank stays blank, and counts as nobody seen.
select
  meeting_on,
  partner,
  statutory,
  attended as came,
  attended and senior as senior_came,
  attended and deputy as deputy_came,
  contributed_data
from staging.board_attendance
where coalesce(expected, true)
