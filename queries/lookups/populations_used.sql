-- One row per place, window, breakdown and group that has a population in a kind of table: how many people, of which year, by whom.
select 'first' as place, p.serves, w.window_id, p.breakdown, p.group_code, p.population, p.year, p.source
from windows as w
join marts.populations as p on w.ends between p.applies_from and p.applies_to
union all
select 'second', p.serves, w.window_id, p.breakdown, p.group_code, p.population, p.year, p.source
from windows as w
join marts.second_populations as p on w.ends between p.applies_from and p.applies_to
order by all
