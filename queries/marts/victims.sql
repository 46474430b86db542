-- One row per victim the service knows of, whoever the child was. Nothing here says who the victim is.
-- Somebody who did not consent to be contacted is here too: they are the denominator of consent.
select
  victim_id,
  kind,
  route,
  identified_on,
  consented,
  views_sought,
  rj_offered,
  rj_engaged,
  progress_requested,
  progress_information,
  services_information,
  support_requested,
  support
from staging.victims
