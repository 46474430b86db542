-- One row per area, year, source, age range, sex and ethnic group: how many children live there.
select area_code, area_name, year, source, age_from, age_to, sex, ethnic_group, population
from raw.population
