-- One row per pupil, place of education and term. Sessions tell of attendance only where both counts were sent:
-- `sessions_counted` and `sessions_missed` are empty otherwise.
select
  person_id,
  provision,
  period_from,
  period_to,
  sessions_possible - sessions_attended as sessions_missed,
  sessions_missed + sessions_attended as sessions_counted
from raw.school_attendance
