// How the groups of a breakdown stand to each other and to their total.

/** Breakdowns whose groups share no child or case and add up to the total. */
export const ADDITIVE_BREAKDOWNS = [
  'ethnicity',
  'sex',
  'age_band',
  'looked_after',
  'traveller',
  'language',
  'order_type',
  'audit_stage',
  'scrutiny_finding',
  'outcome_tier',
];
/** Breakdowns of part of the children by ethnicity, which add up with each other to its groups and those of sex. */
export const CROSSED_BREAKDOWNS = ['ethnicity_girls', 'ethnicity_boys'];
export const MARGIN_BREAKDOWNS = ['total', 'ethnicity', 'sex'];
/** Breakdowns whose groups share children, each a part of the total. */
export const OVERLAPPING_BREAKDOWNS = ['need'];
/** Those counted, those for whom it is not recorded and those left are all there are: the counted, by the unrecorded. */
export const RECORDED_COUNTERPARTS: Readonly<Record<string, string>> = {
  need_not_recorded: 'need',
  not_recorded: 'total',
};
