-- One row: whether any report was ever compared with the sentence. Where none was, none of an answer is not a count.
select count(r.followed) > 0 as recorded
from marts.court_reports as r
