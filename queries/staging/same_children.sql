-- One row per child who looks like a child under another number of the same case system, and that other child.
select one as child_id, other as other_child_id from raw.same_children
union all
select other, one from raw.same_children
