-- One row per victim, by the service's own number. An empty answer is one nobody recorded.
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
from raw.victims
