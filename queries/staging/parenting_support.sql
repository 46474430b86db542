-- One row per referral for support to a child's parents or carers. A step without a day was not taken, or not yet.
select
  support_id,
  child_id,
  referred_on,
  supported_on,
  assessment_consented,
  assessed_on,
  started_on,
  completed_on
from raw.parenting_support
