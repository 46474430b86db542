-- One row: whether a case manager's post was ever recorded. A service that calls them otherwise has no data of them.
select count(*) > 0 as recorded
from marts.staff as s
where s.role = 'Case manager'
