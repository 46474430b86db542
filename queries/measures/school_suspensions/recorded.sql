-- One row: whether a suspension was ever recorded. Schools that send none, of any year, have left them out.
select count(*) > 0 as recorded
from marts.school_exclusions as e
where not e.lasting
