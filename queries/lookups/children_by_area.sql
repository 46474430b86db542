-- One row per area of the service today: the children recorded under its code or under one that became it, and the largest
-- population received for its newest year. An area that became several counts for each.
with newest as (
  select p.area_code, max(p.population)::integer as population
  from staging.population as p
  group by p.area_code, p.year
  qualify row_number() over (partition by p.area_code order by p.year desc) = 1
)
select
  a.area_code,
  count(c.child_id)::integer as children,
  coalesce(any_value(n.population), 0)::integer as population
from staging.service_areas as a
left join staging.service_areas as b on b.area_code = a.area_code or b.became = a.area_code
left join staging.children as c on c.responsible_authority = b.area_code
left join newest as n on n.area_code = a.area_code
where a.until is null
group by a.area_code
order by a.area_code
