// The English service's supplier: its headings, in its order, and its labels.
import type { Dialect } from './dialect.js';
import { ENGLISH_FURTHER_HEADINGS } from './further/english-headings.js';
import { ENGLISH_PARTNER_HEADINGS } from './partners/english-headings.js';

/** Every heading and label here is one that the contracts and code lists know beside the canonical one. */
export const ENGLISH_DIALECT: Dialect = {
  headings: {
    children: {
      child_id: 'YP ID',
      surname: 'Last name',
      forename: 'First name',
      date_of_birth: 'DOB',
      sex: 'Gender',
      ethnicity: 'Ethnic origin',
      preferred_language: 'First language',
      postcode: 'Post code',
      looked_after: 'CLA',
      responsible_authority: 'Responsible LA',
      prior_formal_outcome_elsewhere: 'Previous formal outcome elsewhere',
      transferred_in_on: 'Date transferred in',
      transferred_out_on: 'Date transferred out',
    },
    offences: {
      offence_id: 'Offence ref',
      child_id: 'YP ID',
      offence_date: 'Date of offence',
      category: 'YJB offence category',
      gravity: 'Seriousness score',
      offensive_weapon: 'Weapon involved',
      description: 'Offence description',
    },
    outcomes: {
      outcome_id: 'Disposal ID',
      child_id: 'YP ID',
      outcome_date: 'Disposal date',
      outcome_type: 'Disposal type',
      court: 'Court name',
      report_proposal: 'PSR proposal',
    },
    outcome_offences: { outcome_id: 'Disposal ID', offence_id: 'Offence ref' },
    interventions: {
      intervention_id: 'Programme ID',
      child_id: 'YP ID',
      outcome_id: 'Disposal ID',
      programme: 'Intervention type',
      start_date: 'Date started',
      planned_end_date: 'Due to end on',
      end_date: 'Actual end date',
      end_reason: 'Reason ended',
    },
    custody: {
      episode_id: 'Custody ref',
      child_id: 'YP ID',
      kind: 'Custody type',
      start_date: 'Started on',
      end_date: 'Release date',
    },
    assessments: {
      assessment_id: 'Assessment ref',
      child_id: 'YP ID',
      intervention_id: 'Programme ID',
      assessed_on: 'Date assessed',
      tool: 'Assessment type',
    },
    needs: { assessment_id: 'Assessment ref', need: 'Area of need', present: 'Need identified' },
    ...ENGLISH_FURTHER_HEADINGS,
    ...ENGLISH_PARTNER_HEADINGS,
  },
  labels: {
    sex: { Male: 'M', Female: 'F', Other: 'Non-binary' },
    category: {
      'Theft and Handling Stolen Goods': 'Theft & Handling Stolen Goods',
      'Domestic Burglary': 'Burglary - Domestic',
      'Non-Domestic Burglary': 'Burglary - Non-Domestic',
      'Motoring Offences': 'Motoring',
      'Violence Against The Person': 'VATP',
    },
    outcome_type: {
      'Youth Caution': 'Youth Caution (YC)',
      'Youth Conditional Caution': 'Youth Conditional Caution (YCC)',
      'Referral Order': 'Referral Order (RO)',
      'Youth Rehabilitation Order': 'Youth Rehabilitation Order (YRO)',
      'Youth Rehabilitation Order with ISS': 'Youth Rehabilitation Order (ISS)',
      'Detention and Training Order': 'DTO',
      'Community Resolution': 'CR',
      'No Further Action': 'NFA',
      'Outcome 22': 'O22',
      'Outcome 21': 'O21',
      'Outcome 20': 'O20',
    },
    programme: {
      Diversion: 'Out of Court Disposal',
      'Custody and resettlement': 'Custody & Resettlement',
    },
    kind: {
      'Remand to youth detention accommodation': 'RYDA',
      'Remand to local authority accommodation': 'RLAA',
    },
    tool: {
      'Bureau assessment': 'P&D Assessment',
      'Prevention and diversion assessment': 'P&D Assessment',
    },
    need: {
      'Additional learning needs': 'SEND',
      'Behaviour at school': 'School behaviour',
      Attendance: 'School attendance',
      'Time in care': 'Looked after now or before',
      'Drug use': 'Substance use',
    },
  },
};
