-- One row per place of education and term of a child this service counts. A pupil who is linked to no child is left out.
select l.child_id, a.provision, a.period_from, a.period_to, a.sessions_missed, a.sessions_counted
from staging.school_attendance as a
join staging.links as l on l.source = 'education' and l.person_id = a.person_id
join marts.children as c on c.child_id = l.child_id
