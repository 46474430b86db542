-- One row per outcome that no court gave, at fault when the person was 19 or over: such outcomes are for children, and a
-- case may run on for some months after the eighteenth birthday but not for years. They count as they are recorded.
-- Columns: record (its number in the case system), at_fault.
select
  o.outcome_id as record,
  o.age >= 19 as at_fault
from marts.outcomes as o
where not o.court
