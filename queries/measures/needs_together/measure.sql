-- One row per window and pair of needs: children in whom both were found, over those in whom both were looked for.
-- Each child once, by the latest assessment in the window, then by its number. `pair_first` and `pair_second` count the
-- same children by the one need and by the other, so that what chance would bring can be told; `held` counts those
-- assessed by how many needs were found. A need not looked at, or marked so, is in no pair; a pair nobody was looked at
-- for has no row. The headline is children with two needs or more.
with latest as (
  select w.window_id, a.assessment_id, a.child_id
  from windows as w
  join marts.assessments as a on a.assessed_on between w.starts and w.ends
  qualify row_number() over (partition by w.window_id, a.child_id order by a.assessed_on desc, natural_order(a.assessment_id) desc) = 1
),
answers as (
  select l.window_id, l.child_id, g.sort, n.need, n.present = 'yes' as found
  from latest as l
  join marts.needs as n on n.assessment_id = l.assessment_id and n.present in ('yes', 'no')
  join marts.groups as g on g.breakdown = 'need' and g.group_code = n.need
),
held as (
  select l.window_id, l.child_id, count(a.need) filter (where a.found) as needs
  from latest as l
  left join answers as a on a.window_id = l.window_id and a.child_id = l.child_id
  group by l.window_id, l.child_id
),
pairs as (
  select one.window_id, one.need || ' + ' || other.need as pair, one.found as first, other.found as second
  from answers as one
  join answers as other on other.window_id = one.window_id and other.child_id = one.child_id and other.sort > one.sort
)
select
  w.window_id,
  'total' as breakdown,
  'all' as group_code,
  count(h.child_id) filter (where h.needs >= 2)::integer as numerator,
  count(h.child_id)::integer as denominator
from windows as w
left join held as h on h.window_id = w.window_id
group by w.window_id
union all
select h.window_id, 'held', h.needs::varchar, count(h.child_id)::integer, null
from held as h
group by h.window_id, h.needs
union all
select p.window_id, 'pair', p.pair, count(*) filter (where p.first and p.second)::integer, count(*)::integer
from pairs as p
group by p.window_id, p.pair
union all
select p.window_id, 'pair_first', p.pair, count(*) filter (where p.first)::integer, count(*)::integer
from pairs as p
group by p.window_id, p.pair
union all
select p.window_id, 'pair_second', p.pair, count(*) filter (where p.second)::integer, count(*)::integer
from pairs as p
group by p.window_id, p.pair
