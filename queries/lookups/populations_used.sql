-- One row per window, breakdown and group that has a population: which year's and whose, as the measures used it.
select w.window_id, p.breakdown, p.group_code, p.year, p.source
from windows as w
join marts.populations as p on w.ends between p.applies_from and p.applies_to
order by all
