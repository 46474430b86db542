-- One row per person of a partner's records who is surely one of the service's children: linked for certain, or by
-- somebody's decision. One linked to two children is linked to neither; a link that is only proposed is none.
select
  source,
  person as person_id,
  any_value(child) as child_id
from raw.links
where status = 'certain' or status = 'decided'
group by source, person
having count(distinct child) = 1
