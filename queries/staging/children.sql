-- One row per child in the extract, whoever is responsible for them. When they were born is in no delivery: `birthdays`.
-- Ethnicity and sex become the groups figures are given by. A blank, a refusal and a label that mixes two groups are
-- all `Not known`, never White; the label itself is kept so that the data-quality page can show where each one went.
select
  c.child_id,
  c.ethnicity as ethnicity_label,
  coalesce(e."group", 'Not known') as ethnicity,
  coalesce(s."group", 'Not known') as sex,
  case c.looked_after when true then 'yes' when false then 'no' else 'not recorded' end as looked_after,
  c.preferred_language,
  regexp_replace(upper(c.responsible_authority), '\s', '', 'g') as responsible_authority,
  c.prior_formal_outcome_elsewhere,
  c.transferred_in_on,
  c.transferred_out_on
from raw.children as c
left join codes.ethnicity as e on e.label = c.ethnicity
left join codes.sex as s on s.label = c.sex
