// The English service's partners: their headings, those published for social care among them.
import type { Dialect } from '../dialect.js';

const PUPIL = {
  person_id: 'UPN',
  yjs_id: 'YJS ID',
  surname: 'Last name',
  forename: 'First name',
  date_of_birth: 'DOB',
  postcode: 'Post code',
  sex: 'Gender',
};

const MET = {
  person_id: 'PNC ID',
  yjs_id: 'YJS ID',
  surname: 'Last name',
  forename: 'First name',
  date_of_birth: 'DOB',
  postcode: 'Post code',
  sex: 'Gender',
  ethnicity: 'Self-defined ethnicity',
  home_authority: 'Home LA',
};

/** England's words: suspensions, and education, health and care plans. */
export const ENGLISH_PARTNER_HEADINGS: Dialect['headings'] = {
  school_attendance: {
    ...PUPIL,
    provision: 'School type',
    period_from: 'Term start',
    period_to: 'Term end',
    sessions_possible: 'Possible sessions',
    sessions_attended: 'Attended sessions',
    sessions_unauthorised: 'Unauthorised absence',
  },
  school_exclusions: {
    exclusion_id: 'Suspension ref',
    ...PUPIL,
    kind: 'Suspension type',
    started_on: 'Date suspended',
    sessions: 'Sessions lost',
  },
  arrests: {
    arrest_id: 'Custody record',
    ...MET,
    age: 'Age at arrest',
    arrested_on: 'Date of arrest',
  },
  voluntary_interviews: {
    interview_id: 'Voluntary attendance ref',
    ...MET,
    age: 'Age at interview',
    interviewed_on: 'Date of interview',
  },
  learning_plans: {
    plan_id: 'Plan ref',
    ...PUPIL,
    kind: 'SEN status',
    started_on: 'Date of plan',
    ended_on: 'Date ceased',
  },
};
