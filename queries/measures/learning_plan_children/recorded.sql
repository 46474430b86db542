-- One row: whether a formal plan was ever recorded. Where education sends none, of any year, it has left them out.
select count(*) > 0 as recorded
from marts.learning_plans as p
where p.formal
