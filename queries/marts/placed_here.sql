-- One row per intervention with a child whom another authority answers for: placed here, and counted nowhere else.
select i.intervention_id, i.child_id, i.start_date, i.end_date, c.looked_after
from staging.interventions as i
join staging.children as c on c.child_id = i.child_id
where c.responsible_authority not in (select a.area_code from staging.service_areas as a)
