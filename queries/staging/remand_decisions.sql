-- One row per decision between hearings, with its level: bail, community (bail with intervention, or remand to the local
-- authority) or custody. The levels are the YJB's own groups of remand types.
select d.decision_id, d.child_id, d.decided_on, d.decision, k.level
from raw.remand_decisions as d
left join codes.remand_decision as k on k.label = d.decision
