// The two sample services: where their files are, what their suppliers call things, and the year each is counted in.
import { join } from 'node:path';
import type { Files } from './extracts.js';
import type { Year } from './counts.js';

export interface Service {
  readonly sample: 'demonstration' | 'english';
  readonly asAt: string;
  readonly quarter: string;
  readonly year: Year;
  readonly files: Files;
  readonly nation: 'england' | 'wales';
}

const SAMPLES = join(import.meta.dirname, '../../data-samples');

const ENGLISH_HEADINGS: Files['headings'] = {
  'YP ID': 'child_id',
  'Responsible LA': 'responsible_authority',
  'Programme ID': 'intervention_id',
  'Intervention type': 'programme',
  'Date started': 'start_date',
  'Actual end date': 'end_date',
  'Reason ended': 'end_reason',
  'Snapshot point': 'point',
  'Suitable accommodation': 'accommodation_suitable',
  'Suitable ETE': 'ete_suitable',
  'Hours attended': 'ete_hours_attended',
  'Hours offered': 'ete_hours_offered',
  DOB: 'date_of_birth',
  'Statutory school age': 'school_age',
  SEND: 'additional_need',
  EHCP: 'formal_plan',
  'MH need': 'mental_health_need',
  'MH offered': 'mental_health_offered',
  'MH attended': 'mental_health_attended',
  'SMU need': 'substance_need',
  'SMU offered': 'substance_offered',
  'SMU attended': 'substance_attended',
  'Early help involvement': 'early_help',
  CIN: 'child_in_need',
  'Child protection plan': 'child_protection',
  CLA: 'looked_after',
  'Meeting date': 'meeting_on',
  Agency: 'partner',
  Invited: 'expected',
  Present: 'attended',
  'Service head or above': 'senior',
  'Data contributed': 'contributed_data',
  'Victim ref': 'victim_id',
  'Date identified': 'identified_on',
  'Consent to contact': 'consented',
  'Asked for views': 'views_sought',
  'RJ engaged': 'rj_engaged',
  'Progress information requested': 'progress_requested',
  'Progress information given': 'progress_information',
  'Services information given': 'services_information',
  'Additional support requested': 'support_requested',
  'Additional support given': 'support',
  'Offence ref': 'offence_id',
  'YJB offence category': 'category',
  'Seriousness score': 'gravity',
  'Disposal ID': 'outcome_id',
  'Disposal date': 'outcome_date',
  'Disposal type': 'outcome_type',
};

const ENGLISH_LABELS: Files['labels'] = {
  'Out of Court Disposal': 'Diversion',
  'Custody & Resettlement': 'Custody and resettlement',
  VATP: 'Violence Against The Person',
};

export const SERVICES: readonly Service[] = [
  {
    sample: 'demonstration',
    asAt: '2023-05-15',
    quarter: '2022-23 Q4',
    year: { from: '2022-04-01', to: '2023-03-31' },
    nation: 'wales',
    files: { folder: join(SAMPLES, 'demonstration'), area: 'W06000005', headings: {}, labels: {} },
  },
  {
    sample: 'english',
    asAt: '2024-08-01',
    quarter: '2024-25 Q1',
    year: { from: '2023-07-01', to: '2024-06-30' },
    nation: 'england',
    files: {
      folder: join(SAMPLES, 'english-service'),
      area: 'E06000999',
      headings: ENGLISH_HEADINGS,
      labels: ENGLISH_LABELS,
    },
  },
];
