-- One row per point of an intervention at which the key indicators are recorded: its start and its end.
select label as point
from codes.kpi_point
