-- One row per group of each breakdown, in the order tables list them, the headline first.
-- `formerly` holds the labels a group had before it was renamed, separated by |: what packs gave under one is its own still.
-- `Not yet mapped` is a group only while somebody is in it: whose label is one that nobody has mapped yet.
-- Ages are whole years. The macro age_band says which group an age is in.
select breakdown, group_code, sort::integer as sort, age_from::integer as age_from, age_to::integer as age_to, formerly
from (
  values
    ('total', 'all', 0, null, null, null),
    ('ethnicity', 'Asian', 11, null, null, null),
    ('ethnicity', 'Black', 12, null, null, null),
    ('ethnicity', 'Mixed', 13, null, null, null),
    ('ethnicity', 'Other', 14, null, null, null),
    ('ethnicity', 'White', 15, null, null, null),
    ('ethnicity', 'Not known', 16, null, null, null),
    ('sex', 'Female', 21, null, null, null),
    ('sex', 'Male', 22, null, null, null),
    ('sex', 'Other', 23, null, null, null),
    ('sex', 'Not known', 24, null, null, null),
    ('age_band', 'under 10', 31, 0, 9, null),
    ('age_band', '10–14', 32, 10, 14, null),
    ('age_band', '15–17', 33, 15, 17, null),
    ('age_band', '18 and over', 34, 18, 999, null),
    ('age_band', 'not known', 35, null, null, null),
    ('looked_after', 'yes', 41, null, null, null),
    ('looked_after', 'no', 42, null, null, null),
    ('looked_after', 'not recorded', 43, null, null, null),
    ('traveller', 'yes', 51, null, null, null),
    ('traveller', 'no', 52, null, null, null),
    ('traveller', 'not recorded', 53, null, null, null),
    ('language', 'Welsh', 61, null, null, null),
    ('language', 'English', 62, null, null, null),
    ('language', 'Other', 63, null, null, null),
    ('language', 'not recorded', 64, null, null, null),
    ('ethnicity_girls', 'Asian', 71, null, null, null),
    ('ethnicity_girls', 'Black', 72, null, null, null),
    ('ethnicity_girls', 'Mixed', 73, null, null, null),
    ('ethnicity_girls', 'Other', 74, null, null, null),
    ('ethnicity_girls', 'White', 75, null, null, null),
    ('ethnicity_girls', 'Not known', 76, null, null, null),
    ('ethnicity_boys', 'Asian', 81, null, null, null),
    ('ethnicity_boys', 'Black', 82, null, null, null),
    ('ethnicity_boys', 'Mixed', 83, null, null, null),
    ('ethnicity_boys', 'Other', 84, null, null, null),
    ('ethnicity_boys', 'White', 85, null, null, null),
    ('ethnicity_boys', 'Not known', 86, null, null, null),
    ('outcome_tier', 'Pre-court', 91, null, null, null),
    ('outcome_tier', 'First tier', 92, null, null, null),
    ('outcome_tier', 'Community', 93, null, null, null),
    ('outcome_tier', 'Custody', 94, null, null, null),
    ('gravity', '1', 601, null, null, null),
    ('gravity', '2', 602, null, null, null),
    ('gravity', '3', 603, null, null, null),
    ('gravity', '4', 604, null, null, null),
    ('gravity', '5', 605, null, null, null),
    ('gravity', '6', 606, null, null, null),
    ('gravity', '7', 607, null, null, null),
    ('gravity', '8', 608, null, null, null),
    ('age', 'under 10', 611, null, null, null),
    ('age', '10', 612, null, null, null),
    ('age', '11', 613, null, null, null),
    ('age', '12', 614, null, null, null),
    ('age', '13', 615, null, null, null),
    ('age', '14', 616, null, null, null),
    ('age', '15', 617, null, null, null),
    ('age', '16', 618, null, null, null),
    ('age', '17', 619, null, null, null),
    ('age', '18 and over', 620, null, null, null),
    ('age', 'not known', 621, null, null, null),
    ('recorded_ethnicity', 'not recorded', 999, null, null, null)
) as fixed (breakdown, group_code, sort, age_from, age_to, formerly)
union all
select asked.breakdown, n.label, asked.sort + n.sort::integer, null, null, n.formerly
from codes.need as n
cross join (values ('need', 100), ('need_not_recorded', 200)) as asked (breakdown, sort)
union all
select 'order_type', p.label, 300 + p.sort::integer, null, null, p.formerly
from codes.programme as p
union all
select 'audit_stage', s.label, 400 + s.sort::integer, null, null, s.formerly
from codes.audit_stage as s
union all
select 'scrutiny_finding', f.label, 420 + f.sort::integer, null, null, f.formerly
from codes.scrutiny_finding as f
union all
select 'scrutiny_finding', 'not recorded', 440, null, null, null
union all
select 'offence_category', c.label, 520 + row_number() over (order by c.label), null, null, null
from codes.offence_category as c
union all
select 'outcome_type', o.label, 700 + row_number() over (order by o.label), null, null, null
from (select distinct label from codes.outcome_type) as o
union all
select 'recorded_ethnicity', e.label, 800 + row_number() over (order by e.label), null, null, null
from codes.ethnicity as e
where e.label <> 'Not yet mapped'
union all
select 'life_domain', l.label, 1000 + l.sort::integer, null, null, null
from codes.life_domain as l
union all
select 'finance_source', f.label, 1020 + row_number() over (order by f.label), null, null, null
from codes.finance_source as f
union all
select 'staff_role', r.label, 1040 + row_number() over (order by r.label), null, null, null
from codes.staff_role as r
union all
select 'board_partner', b.label, 1070 + row_number() over (order by b.label), null, null, null
from codes.board_partner as b
union all
select 'escalation_level', e.label, 1100 + e.sort::integer, null, null, null
from codes.escalation_level as e
union all
select 'report_followed', s.label, 1120 + row_number() over (order by s.label), null, null, null
from codes.report_followed as s
union all
select 'board_partner', 'not recorded', 1099, null, null, null
union all
select 'not_recorded', 'all', 500, null, null, null
union all
select 'voluntary', 'all', 501, null, null, null
union all
select g.breakdown, 'Not yet mapped', g.sort, null, null, null
from (
  values
    ('ethnicity', 'ethnicity', 17),
    ('ethnicity', 'traveller', 54),
    ('ethnicity', 'ethnicity_girls', 77),
    ('ethnicity', 'ethnicity_boys', 87),
    ('sex', 'sex', 25),
    ('language', 'language', 65),
    ('ethnicity', 'recorded_ethnicity', 998)
) as g (list, breakdown, sort)
where g.list in (
  select u.list
  from codes.unmapped as u
  where u.extract in ('children', 'arrests', 'voluntary_interviews')
)
