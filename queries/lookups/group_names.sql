-- One row per group of each breakdown: its label, and those it had before, separated by |. `Not yet mapped` is a name that an
-- earlier pack may have given, though nobody is in that group today.
select breakdown, group_code, formerly
from (
  select breakdown, group_code, formerly, sort from marts.groups where group_code <> 'Not yet mapped'
  union all
  select breakdown, 'Not yet mapped', null, max(sort) + 1
  from marts.groups
  where breakdown in ('ethnicity', 'sex', 'traveller', 'language', 'ethnicity_girls', 'ethnicity_boys', 'recorded_ethnicity')
  group by breakdown
)
order by breakdown, sort
