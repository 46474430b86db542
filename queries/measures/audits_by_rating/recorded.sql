-- One row: whether any audit's rating was ever recorded. Where none was, none of a rating is not a count.
select count(a.rating) > 0 as recorded
from marts.audits as a
