-- One row per report written for a court or a panel.
select report_id, child_id, outcome_id, kind, due_on, delivered_on, proposal, followed
from raw.court_reports
