-- One row per remand, at fault when a night of it is a night of another remand of the same child too. The night of the last day
-- is not spent; a stay that has not ended goes on.
-- Columns: record (its number in the case system), at_fault.
select
  r.episode_id as record,
  exists (
    select 1
    from marts.custody_episodes as o
    where
      o.child_id = r.child_id
      and o.remand and o.episode_id <> r.episode_id
      and greatest(r.start_date, o.start_date)
        < least(coalesce(r.end_date, date '9999-12-31'), coalesce(o.end_date, date '9999-12-31'))
  ) as at_fault
from marts.custody_episodes as r
where r.remand
