-- One row per area of the service, today's or former: the years of which any population of it was received, or `none`.
select
  a.area_code,
  coalesce(string_agg(distinct p.year::varchar, ', ' order by p.year::varchar), 'none') as years
from staging.service_areas as a
left join staging.population as p on p.area_code = a.area_code
group by a.area_code
order by a.area_code
