-- One row per offence, whoever dealt with it and however often.
-- Serious violence is a drug, robbery or violence offence with a gravity of 5 or more; a weapon offence is one of any
-- category with an offensive weapon and a gravity below 5. So no offence is both. A blank weapon flag stays blank
-- and counts as no weapon.
select
  o.offence_id,
  o.child_id,
  o.offence_date,
  o.category,
  o.gravity,
  coalesce(c.serious_violence = 'yes', false) and o.gravity >= 5 as serious_violence,
  o.offensive_weapon and o.gravity < 5 as weapon,
  coalesce(c.breach = 'yes', false) as breach
from raw.offences as o
left join codes.offence_category as c on c.label = o.category
