-- One row per area, year, source, release, age range, sex and ethnic group: how many children live there.
select regexp_replace(upper(area_code), '\s', '', 'g') as area_code, area_name, year, source, age_from, age_to, sex, ethnic_group, population, released_on
from raw.population
