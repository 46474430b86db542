// The canonical headings of the extracts, in the order in which the samples write them.

export const CHILDREN = [
  'child_id',
  'forename',
  'surname',
  'date_of_birth',
  'sex',
  'ethnicity',
  'preferred_language',
  'postcode',
  'responsible_authority',
  'looked_after',
  'prior_formal_outcome_elsewhere',
  'transferred_in_on',
  'transferred_out_on',
];
export const OFFENCES = [
  'offence_id',
  'child_id',
  'offence_date',
  'category',
  'gravity',
  'offensive_weapon',
  'description',
];
export const OUTCOMES = [
  'outcome_id',
  'child_id',
  'outcome_date',
  'outcome_type',
  'court',
  'report_proposal',
];
export const LINKS = ['outcome_id', 'offence_id'];
export const WORK = [
  'intervention_id',
  'child_id',
  'outcome_id',
  'programme',
  'start_date',
  'planned_end_date',
  'end_date',
  'end_reason',
];
export const CUSTODY = ['episode_id', 'child_id', 'kind', 'start_date', 'end_date'];
export const NEEDS = ['assessment_id', 'need', 'present'];
export const ASSESSMENTS = ['assessment_id', 'child_id', 'intervention_id', 'assessed_on', 'tool'];
