-- One row per outcome that the police gave without a court, of anybody; what a court decided is left to the service's own
-- record: an old label is what it was on its day. `lives_here`: the police give one of the service's own areas as home.
select
  r.police_outcome_id,
  r.person_id,
  r.age,
  regexp_replace(upper(r.home_authority), '\s', '', 'g') as home_authority,
  coalesce(
    regexp_replace(upper(r.home_authority), '\s', '', 'g') in (
      select a.area_code from raw.service_areas as a
      union all
      select b.area_code from raw.predecessor_areas as b
    ),
    false
  ) as lives_here,
  r.given_on
from raw.police_outcomes as r
left join codes.outcome_type as t
  on t.label = r.outcome_type
  and r.given_on >= coalesce(t.valid_from, date '0001-01-01')
  and r.given_on <= coalesce(t.valid_to, date '9999-12-31')
where not coalesce(t.court = 'yes', false)
