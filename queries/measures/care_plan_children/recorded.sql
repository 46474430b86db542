-- One row: whether a plan of the kind was ever recorded. Where social care sends none, of any year, it has left that kind out.
select count(*) > 0 as recorded
from marts.care_plans as p
where p.kind = $kind
