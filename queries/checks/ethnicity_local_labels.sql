-- One row per local or joined ethnic label in use, with the group it was counted in: children this service counts.
-- Columns: about (what, where one check has several), found, whole (out of how many).
select
  c.ethnicity_label || ' → ' || c.ethnicity as about,
  count(*)::integer as found,
  (select count(*) from marts.children)::integer as whole
from marts.children as c
join codes.ethnicity as e on e.label = c.ethnicity_label and e.note like 'a local label%'
group by c.ethnicity_label, c.ethnicity
order by c.ethnicity, c.ethnicity_label
