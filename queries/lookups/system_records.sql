-- One row per record to look at: held by one of two case systems alone, on days of which both hold some.
select system, extract, how, record, earlier, beside, happened::varchar as happened
from staging.system_records
where how <> 'both'
order by beside is null, system, extract, how, happened, record, earlier
