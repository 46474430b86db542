-- One row per audit of a case, unless it was of a child this service does not count.
-- `case_key` counts cases: a case audited twice has one, an audit that names no case has its own. No rating is an empty one.
select
  a.audit_id,
  coalesce(a.intervention_id, a.audit_id) as case_key,
  a.audited_on,
  a.stage,
  a.rating
from staging.audits as a
left join marts.interventions as i on i.intervention_id = a.intervention_id
where a.intervention_id is null or i.intervention_id is not null
