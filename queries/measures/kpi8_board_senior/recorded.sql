-- One row: whether any meeting says if who came was senior. Where none does, that nobody senior came is not known; where it is
-- recorded that nobody came at all, it is.
select
  count(*) = 0
  or count(a.senior_came) filter (where a.came) > 0
  or (count(a.came) > 0 and count(*) filter (where a.came) = 0) as recorded
from marts.board_attendance as a
