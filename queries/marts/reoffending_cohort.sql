-- One row per child and calendar quarter in which they had an index event aged 10 to 17.
-- Index events: a caution, a court outcome that is not custody, the end of a custodial sentence; the first in the
-- quarter is the index date. A reoffence is an offence after that day and no later than the same day next year, with
-- a formal outcome no later than 18 months after that day, and no earlier than the offence: one dated after its own
-- outcome has a wrong day, and proves nothing.
-- Breach is neither: an outcome for breaches alone is no index event. A stay does not name its offences, so the end of
-- a custodial sentence for a breach counts. A child of 18 at the first event of a quarter is not in that quarter.
-- `tier` is of the index event, a release being Custody; of several on one day, the furthest.
with index_events as (
  select o.child_id, o.outcome_date as index_date, o.age, o.tier, o.ethnicity, o.sex, o.looked_after
  from marts.outcomes as o
  where o.formal and o.tier <> 'Custody' and not o.breach_only
  union all
  select s.child_id, s.end_date, s.age_at_end, 'Custody', s.ethnicity, s.sex, s.looked_after
  from marts.custody_episodes as s
  where not s.remand and s.end_date is not null
),
first_events as (
  select e.*, date_trunc('quarter', e.index_date)::date as quarter_starts
  from index_events as e
  qualify
    row_number() over (
      partition by e.child_id, date_trunc('quarter', e.index_date)
      order by e.index_date, array_position(['Custody', 'Community', 'First tier', 'Pre-court'], e.tier), e.age
    ) = 1
)
select
  e.child_id,
  e.quarter_starts,
  e.index_date,
  e.tier,
  e.age,
  e.ethnicity,
  e.sex,
  age_band(e.age) as age_band,
  e.looked_after,
  count(f.offence_id) > 0 as reoffended,
  count(f.offence_id)::integer as reoffences
from first_events as e
left join marts.offences as f
  on f.child_id = e.child_id
  and not f.breach
  and f.offence_date > e.index_date
  and f.offence_date <= e.index_date + interval 12 months
  and f.first_formal_on <= e.index_date + interval 18 months
  and f.first_formal_on >= f.offence_date
where e.age between 10 and 17
group by all
