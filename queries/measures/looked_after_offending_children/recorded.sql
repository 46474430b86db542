-- One row: whether any child has an answer. Where nobody recorded one, nobody being looked after is not known.
select count(*) filter (where c.looked_after <> 'not recorded') > 0 as recorded
from marts.children as c
