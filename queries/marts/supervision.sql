-- One row per supervision of a member of staff that was due, by post.
select
  supervision_id,
  post_id,
  due_on,
  held_on
from staging.supervision
