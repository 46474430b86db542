-- One row per report for a court or a panel about a child this service counts.
-- `followed` is empty until the court has decided, or where nobody compared the two.
-- Age is whole years on `due_on`.
with aged as (
  select
    r.report_id,
    r.child_id,
    r.outcome_id,
    r.kind,
    r.due_on,
    r.delivered_on,
    r.proposal,
    r.followed,
    c.ethnicity,
    c.sex,
    c.looked_after,
    age_on(r.due_on, b.date_of_birth) as age
  from staging.court_reports as r
  join marts.children as c on c.child_id = r.child_id
  join birthdays as b on b.child_id = c.child_id
)
select
  a.report_id,
  a.child_id,
  a.outcome_id,
  a.kind,
  a.due_on,
  a.delivered_on,
  a.proposal,
  a.followed,
  a.ethnicity,
  a.sex,
  age_band(a.age) as age_band,
  a.looked_after
from aged as a
