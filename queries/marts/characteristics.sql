-- One row per child this service counts and breakdown: the group of that breakdown the child is in.
-- Gypsy, Roma and Traveller children are White in `ethnicity` and stand out only here. A child recorded as White and no
-- more may be one of them, so they are `not recorded`, as are those whose ethnicity is not known. The 2001 list has no
-- such group. `ethnicity_girls` and `ethnicity_boys` hold the ethnic group of those children alone.
with detailed as (
  select
    c.child_id,
    c.ethnicity,
    c.sex,
    c.looked_after,
    c.preferred_language,
    case
      when e.detailed in ('Gypsy or Irish Traveller', 'Roma', 'Gypsy or Roma', 'Irish Traveller', 'Gypsy, Roma or Traveller')
        then 'yes'
      when c.ethnicity = 'Not yet mapped' then 'Not yet mapped'
      when c.ethnicity = 'Not known' or (c.ethnicity = 'White' and coalesce(e.detailed, 'Not given') = 'Not given')
        then 'not recorded'
      else 'no'
    end as traveller
  from marts.children as c
  left join codes.ethnicity as e on e.label = c.ethnicity_label
)
select child_id, 'total' as breakdown, 'all' as group_code from detailed
union all
select child_id, 'ethnicity', ethnicity from detailed
union all
select child_id, 'sex', sex from detailed
union all
select child_id, 'looked_after', looked_after from detailed
union all
select child_id, 'traveller', traveller from detailed
union all
select child_id, 'language', coalesce(preferred_language, 'not recorded') from detailed
union all
select child_id, 'ethnicity_girls', ethnicity from detailed where sex = 'Female'
union all
select child_id, 'ethnicity_boys', ethnicity from detailed where sex = 'Male'
