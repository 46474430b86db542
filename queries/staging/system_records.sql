-- One row per record that two case systems both have, or that on days of which both have records only one of them has.
-- How: `both`, `earlier only`, `later only`, or `child not linked`. `beside`: a record of the earlier system that may be
-- the same, of the same child within three days.
select system, extract, record, earlier, child_id, happened, how, beside
from raw.system_records
