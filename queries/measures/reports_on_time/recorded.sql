-- One row: whether any report has the day on which it was delivered. Where none has, that none was on time is not known.
select count(r.delivered_on) > 0 or count(*) = 0 as recorded
from marts.court_reports as r
