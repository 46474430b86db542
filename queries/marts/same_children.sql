-- One row per child this service counts and other child, under another number, who looks like the same child by name, date
-- of birth and postcode. Each is counted as a child of their own: nobody has said that they are one.
select s.child_id, s.other_child_id
from staging.same_children as s
join marts.children as c on c.child_id = s.child_id
