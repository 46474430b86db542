-- One row per column of each mart, by the marts' names, in the order in which a query gives them: its name and its type.
select table_name, column_name, lower(data_type) as data_type
from duckdb_columns()
where schema_name = 'marts'
order by table_name, column_index
