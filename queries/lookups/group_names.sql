-- One row per group of each breakdown: its label, and those it had before, separated by |.
select breakdown, group_code, formerly
from marts.groups
order by breakdown, sort
