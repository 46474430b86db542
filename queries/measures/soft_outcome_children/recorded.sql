-- One row: whether any child has a second score. Where none has, that no two can be compared is not a count of none.
select count(s.end_score) > 0 and count(s.end_on) > 0 or count(*) = 0 as recorded
from marts.soft_outcomes as s
