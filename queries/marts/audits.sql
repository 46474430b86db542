-- One row per audit of a case, unless it was of a child this service does not count.
-- `case_key` counts cases: a case audited twice has one, an audit that names no case has its own. No rating is an empty one.
-- Each row says when the next audit of the same case was: an audit is its window's last of that case where that day is
-- after the window. Two on one day are taken by their number.
with ours as (
  select
    a.audit_id,
    coalesce(a.intervention_id, a.audit_id) as case_key,
    a.audited_on,
    a.stage,
    a.rating
  from staging.audits as a
  left join marts.interventions as i on i.intervention_id = a.intervention_id
  where a.intervention_id is null or i.intervention_id is not null
)
select
  o.*,
  lead(o.audited_on, 1, date '9999-12-31') over (
    partition by o.case_key order by o.audited_on, natural_order(o.audit_id)
  ) as next_audited_on
from ours as o
