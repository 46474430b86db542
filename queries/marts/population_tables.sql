-- One row per kind of table that rates stand in and breakdown: which breakdowns have one population together, and which is needed most.
-- `rates`: a yearly rate, whose headline has the youngest population there is, and the table of its groups, which has one
-- for all its rows. `ethnicity`: ethnic groups and their total. `decisions`: relative rates at every decision, where
-- the total, both sexes and ethnic groups within each sex are rows of one matrix.
select serves, together, breakdown, importance::integer as importance
from (
  values
    ('rates', 'headline', 'total', 1),
    ('rates', 'groups', 'ethnicity', 1),
    ('rates', 'groups', 'sex', 2),
    ('rates', 'groups', 'age_band', 3),
    ('ethnicity', 'all', 'ethnicity', 1),
    ('ethnicity', 'all', 'total', 2),
    ('decisions', 'all', 'ethnicity', 1),
    ('decisions', 'all', 'sex', 2),
    ('decisions', 'all', 'ethnicity_girls', 3),
    ('decisions', 'all', 'ethnicity_boys', 4),
    ('decisions', 'all', 'total', 5)
) as fixed (serves, together, breakdown, importance)
