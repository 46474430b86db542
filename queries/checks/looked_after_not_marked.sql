-- One row, or none: children in an episode of care that has not ended, whom the service's own record does not have as
-- looked after. Columns: about (what, where one check has several), found, whole (out of how many).
select
  null::varchar as about,
  (count(distinct e.child_id) filter (where c.looked_after <> 'yes'))::integer as found,
  count(distinct e.child_id)::integer as whole
from marts.care_episodes as e
join marts.children as c on c.child_id = e.child_id
where e.ended_on is null
having found > 0
