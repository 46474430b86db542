-- One row: in how many rows of the extract $extract its sender knows somebody by its own number.
select count(person_id)::integer as sent
from query_table('raw.' || $extract)
