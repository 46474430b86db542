-- One row: whether any meeting says who came. Where none does, that nobody came is not known.
select count(a.came) > 0 or count(*) = 0 as recorded
from marts.board_attendance as a
