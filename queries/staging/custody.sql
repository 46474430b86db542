-- One row per stay: a remand or a custodial sentence.
select
  s.episode_id,
  s.child_id,
  s.kind,
  coalesce(k.remand = 'yes', false) as remand,
  s.start_date,
  s.end_date
from raw.custody as s
left join codes.custody_kind as k on k.label = s.kind
