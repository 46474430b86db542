-- One row per group of each breakdown, in the order tables list them.
select breakdown, group_code
from marts.groups
order by sort
