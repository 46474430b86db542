-- One row per child of a case system that came after another, and the child of the earlier one that it is; none where
-- it is linked to no child there.
select system, child_id, earlier, how
from raw.system_children
