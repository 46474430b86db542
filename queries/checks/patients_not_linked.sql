-- One row, or none: people in health's records who are not linked to a child of the service. They are in no figure.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(distinct r.person_id) filter (where l.child_id is null))::integer as found,
  count(distinct r.person_id)::integer as whole
from staging.health_referrals as r
left join staging.links as l on l.source = 'health' and l.person_id = r.person_id
having found > 0
