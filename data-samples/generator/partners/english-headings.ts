// The English service's partners: their headings, those published for social care among them.
import type { Dialect } from '../dialect.js';

const NAMED = {
  yjs_id: 'YJS ID',
  surname: 'Last name',
  forename: 'First name',
  date_of_birth: 'DOB',
  postcode: 'Post code',
  sex: 'Gender',
};

const PUPIL = { person_id: 'UPN', ...NAMED };

const MET = {
  person_id: 'PNC ID',
  ...NAMED,
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
  care_children: {
    person_id: 'CHILD',
    sex: 'SEX',
    date_of_birth: 'DOB',
    ethnicity: 'ETHNIC',
    yjs_id: 'YJS ID',
    surname: 'Last name',
    forename: 'First name',
    postcode: 'Post code',
  },
  care_episodes: {
    person_id: 'CHILD',
    started_on: 'DECOM',
    reason_new: 'RNE',
    legal_status: 'LS',
    need: 'CIN',
    placement: 'PLACE',
    provider: 'PLACE_PROVIDER',
    ended_on: 'DEC',
    reason_ended: 'REC',
    reason_moved: 'REASON_PLACE_CHANGE',
  },
  care_plans: {
    person_id: 'CHILD',
    kind: 'Plan type',
    started_on: 'Plan start date',
    ended_on: 'Plan end date',
  },
  health_referrals: {
    referral_id: 'Pathway ID',
    person_id: 'NHS number',
    ...NAMED,
    service: 'Team',
    referred_on: 'Referral received',
    accepted: 'Referral accepted',
    offered_on: 'First appointment offered',
    seen_on: 'First attended',
    appointments_offered: 'Appointments offered',
    appointments_attended: 'Appointments attended',
    closed_on: 'Discharge date',
  },
  police_outcomes: {
    police_outcome_id: 'Outcome ref',
    person_id: 'PNC ID',
    ...NAMED,
    home_authority: 'Home LA',
    age: 'Age at outcome',
    outcome_type: 'Disposal',
    given_on: 'Disposal date',
  },
  stop_searches: {
    search_id: 'Search ref',
    person_id: 'PNC ID',
    ...NAMED,
    home_authority: 'Home LA',
    age: 'Age at search',
    searched_on: 'Date of search',
    found: 'Object found',
  },
  learning_plans: {
    plan_id: 'Plan ref',
    ...PUPIL,
    kind: 'SEN status',
    started_on: 'Date of plan',
    ended_on: 'Date ceased',
  },
};
