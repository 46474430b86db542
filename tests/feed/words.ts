// Our labels, days and answers → the codes that the YJB’s feed has for them.
const CODES: Readonly<Record<string, string>> = {
  'Community Resolution': 'COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT',
  'Outcome 20': 'NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT',
  'Outcome 21': 'NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT',
  'Outcome 22': 'NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT',
  'Section 250 Detention': 'SECTION_250',
  'Custody and resettlement': 'DTO_LICENCE',
  Diversion: 'Non-substantive out of court disposals with YJS intervention',
  'Remand to youth detention accommodation': 'REMAND_IN_CUSTODY',
  'With parents or carers': 'LIVING_WITH_PARENT_S',
  'With relatives or friends': 'LIVING_WITH_FAMILY_NOT_PARENTS',
  'Foster care': 'FOSTER_CARE_LA',
  'Residential home': 'RESIDENTIAL_UNIT_LA',
  'Supported accommodation': 'SUPPORTED_ACCOMMODATION_SUPPORTED_LODGINGS',
  'Own tenancy': 'INDEPENDENT_LIVING',
  'Secure accommodation': 'YOI',
  'Alternative provision': 'ALTERNATIVE_PROVISION_OTHER_PART_TIME',
  'Elective home education': 'ELECTIVELY_HOME_EDUCATED',
  Training: 'TRAINING_COURSE_APPRENTICESHIP',
  'Not in education, training or employment': 'NONE',
};
/** Labels for which the feed has no code: the case system's own label comes with them. */
const WITHOUT_CODE = new Set([
  ...['Prevention', 'Turnaround', 'Bail or remand support'],
  ...['Unconditional bail', 'Conditional bail', 'Bail supervision and support', 'ISS bail'],
]);
/** The day that the feed writes for no date. */
export const NO_DATE = '1900-01-01';
export const SEXES: Readonly<Record<string, string>> = { Male: '1', Female: '2' };

/** A code of the feed: capitals with underscores, unless it has another for the label. */
export function formCode(label = ''): string {
  return CODES[label] ?? label.toUpperCase().replace(/[^A-Z]+/g, '_');
}

/** In every other row, and where the feed has no code, the case system's label; else the code alone. */
export function writeBoth(label = '', at: number): readonly [string, string] {
  return WITHOUT_CODE.has(label) || at % 2 === 0
    ? [` ${label.toUpperCase()} `, at % 4 === 0 ? 'NOT_KNOWN' : 'OTHER']
    : ['', formCode(label)];
}

export function writeDay(day = ''): string {
  return day.split('/').reverse().join('-');
}

export function writeTruth(answer = ''): string {
  return { yes: 'true', no: 'false' }[answer] ?? '';
}

export function writeSuitable(answer = ''): string {
  return { yes: 'SUITABLE', no: 'UNSUITABLE' }[answer] ?? 'UNKNOWN';
}

/** A day for yes, and no day for no. */
export function writeDayOfYes(answer = '', day = ''): string {
  return { yes: writeDay(day), no: NO_DATE }[answer] ?? '';
}

export function capitalise(word = ''): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
