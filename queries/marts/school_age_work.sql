-- One row per intervention with a child this service counts that was open while the child was of compulsory school age:
-- from its start to its end, or to the child's last day of school age where that came first. That day is the last Friday
-- in June of the school year of the sixteenth birthday, in England and in Wales. One that ended before it started was
-- open on no day. No child here is too young for school.
with leaving as (
  select
    i.intervention_id,
    i.child_id,
    i.start_date,
    i.end_date,
    make_date(year(b.date_of_birth) + if(month(b.date_of_birth) >= 9, 17, 16), 6, 30) as june_ends
  from marts.interventions as i
  join birthdays as b on b.child_id = i.child_id
),
open_at_school as (
  select
    l.intervention_id,
    l.child_id,
    l.start_date,
    least(coalesce(l.end_date, l.june_ends), l.june_ends - ((isodow(l.june_ends) + 2) % 7)::integer) as end_date
  from leaving as l
)
select o.intervention_id, o.child_id, o.start_date, o.end_date
from open_at_school as o
where o.end_date >= o.start_date
