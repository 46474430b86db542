-- One row per intervention and point, its start and its end, whether or not anything was recorded there.
-- An intervention nobody recorded at a point is here with empty answers, so that *not recorded* stays in every
-- denominator. `linked_` is what the child was linked to at that point; `looked_after` is the group the child is in.
-- Age is whole years on the day the intervention ended or began; of one still open it is not known.
with aged as (
  select
    i.intervention_id,
    i.child_id,
    i.programme,
    i.start_date,
    i.end_date,
    i.ethnicity,
    i.sex,
    i.looked_after,
    age_on(i.end_date, b.date_of_birth) as age,
    age_on(i.start_date, b.date_of_birth) as age_at_start
  from marts.interventions as i
  join birthdays as b on b.child_id = i.child_id
)
select
  a.intervention_id,
  a.child_id,
  a.programme,
  a.start_date as started_on,
  a.end_date as ended_on,
  p.point,
  k.intervention_id is not null as recorded,
  k.recorded_on,
  k.accommodation_suitable,
  k.accommodation_type,
  k.ete_suitable,
  k.ete_type,
  k.ete_hours_offered,
  k.ete_hours_attended,
  k.school_age,
  k.additional_need,
  k.formal_plan,
  k.mental_health_need,
  k.mental_health_offered,
  k.mental_health_attended,
  k.substance_need,
  k.substance_offered,
  k.substance_attended,
  k.early_help as linked_early_help,
  k.child_in_need as linked_child_in_need,
  k.child_protection as linked_child_protection,
  k.looked_after as linked_looked_after,
  k.care_and_support_plan as linked_care_and_support_plan,
  a.ethnicity,
  a.sex,
  age_band(a.age) as age_band,
  a.age_at_start,
  age_band(a.age_at_start) as age_band_at_start,
  a.looked_after
from aged as a
cross join staging.kpi_points as p
left join staging.kpi_snapshots as k on k.intervention_id = a.intervention_id and k.point = p.point
