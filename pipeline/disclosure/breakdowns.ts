// How the groups of each breakdown relate to each other and to their total.

/** Breakdowns whose groups are disjoint and add up to the total. */
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
  'offence_category',
  'gravity',
  'outcome_type',
  'age',
  'recorded_ethnicity',
  'finance_source',
  'staff_role',
  'board_partner',
  'escalation_level',
  'report_followed',
];
/** Breakdowns whose groups overlap and leave nobody of the total out: their sum is the total or more. */
export const COVERING_BREAKDOWNS = ['order_type'];
/** By breakdown by ethnicity within one sex, that sex. */
export const SEX_OF_CROSSED: Readonly<Record<string, string>> = {
  ethnicity_girls: 'Female',
  ethnicity_boys: 'Male',
};
/** Breakdowns whose groups overlap: each is a part of the total. */
export const OVERLAPPING_BREAKDOWNS = ['need', 'life_domain'];
/**
 * By the breakdown of those not recorded, the breakdown of those recorded. The two and the remainder make up the
 * denominator.
 */
export const RECORDED_COUNTERPARTS: Readonly<Record<string, string>> = {
  need_not_recorded: 'need',
  not_recorded: 'total',
};
