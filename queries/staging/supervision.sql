-- One row per supervision of a member of staff that was due. Without a day it was not held, or not yet.
select
  supervision_id,
  post_id,
  due_on,
  held_on
from raw.supervision
