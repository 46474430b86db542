-- One row per window: grave offences, over all offences dealt with by any outcome dated in the window, each offence once.
-- Grave is a gravity of 5 or more; for the share of serious violence, in a category of drugs, robbery or violence alone.
with dealt_with as (
  select distinct w.window_id, f.offence_id, f.child_id, if($violence_alone, f.serious_violence, f.gravity >= 5) as is_grave
  from windows as w
  join marts.offences_dealt_with as d on d.outcome_date between w.starts and w.ends
  join marts.offences as f on f.offence_id = d.offence_id and f.child_id = d.child_id
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(d.offence_id) filter (where d.is_grave)::integer as numerator,
  count(d.offence_id)::integer as denominator
from windows as w
left join dealt_with as d on d.window_id = w.window_id
group by w.window_id, w.ends
order by w.ends
