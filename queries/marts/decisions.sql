-- One row per child, stage and day of a decision about them, and whether it went `further`. Several on one day are one.
-- Each stage holds the children who came to it, so that a difference made earlier is not counted again:
-- `formal`, any outcome: a formal one, not diversion. `tier`, a court outcome: community or custody, not the first tier.
-- `custody`, a court outcome: custody. `remand`, a remand to accommodation: to youth detention, not the local authority's.
with taken as (
  select 'formal' as stage, o.child_id, o.outcome_date as decided_on, o.formal as further
  from marts.outcomes as o
  union all
  select 'tier', o.child_id, o.outcome_date, o.tier in ('Community', 'Custody')
  from marts.outcomes as o
  where o.court
  union all
  select 'custody', o.child_id, o.outcome_date, o.tier = 'Custody'
  from marts.outcomes as o
  where o.court
  union all
  select 'remand', s.child_id, s.start_date, s.kind = 'Remand to youth detention accommodation'
  from marts.custody_episodes as s
  where s.remand
)
select stage, child_id, decided_on, bool_or(further) as further
from taken
group by stage, child_id, decided_on
