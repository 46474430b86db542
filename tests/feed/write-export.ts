// Extracts with our headings and labels → the same records in the field names and codes of the YJB's feed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { OFFENCES } from '../../data-samples/generator/headings.js';
import {
  capitalise,
  formCode,
  NO_DATE,
  SEXES,
  writeBoth,
  writeDay,
  writeDayOfYes,
  writeSuitable,
  writeTruth,
} from './words.js';

type Row = Readonly<Record<string, string>>;
/** The cells of a row in the feed's words, by its field. */
type WriteRow = (row: Row, at: number) => Row;

const CHILD: WriteRow = ({ child_id: currentYOTID = '' }) => ({ currentYOTID });
const PROGRAMME: WriteRow = ({ intervention_id: id = '' }) => ({ interventionProgrammeID: id });

/** By extract, its columns that the feed has; the others keep our heading. */
const WRITERS: Readonly<Record<string, { has: readonly string[]; write: WriteRow }>> = {
  children: {
    has: ['child_id', 'date_of_birth', 'sex', 'preferred_language'],
    write: ({
      child_id: id = '',
      date_of_birth: born,
      sex = '',
      preferred_language: spoken = '',
    }) => ({
      ...{ currentYOTID: id, dateOfBirth: writeDay(born), preferredLanguage: spoken },
      ...{ sex: SEXES[sex] ?? sex, gender: SEXES[sex] ?? '', nationality: 'British' },
    }),
  },
  offences: {
    has: OFFENCES,
    write: (row, at) => ({
      ...CHILD(row, at),
      offenceID: row['offence_id'] ?? '',
      offenceDate: writeDay(row['offence_date']),
      yjboffenceCategory: formCode(row['category']),
      yjbseriousnessScore: row['gravity'] ?? '',
      knifeRelatedOffence: writeTruth(row['offensive_weapon']),
      offenceDescription: row['description'] ?? '',
      arrestDate: NO_DATE,
    }),
  },
  outcomes: {
    has: ['child_id', 'outcome_date', 'outcome_type', 'court', 'report_proposal'],
    write: (row, at) => {
      const [cmslegalOutcome, legalOutcome] = writeBoth(row['outcome_type'], at);
      return {
        ...CHILD(row, at),
        outcomeDate: writeDay(row['outcome_date']),
        ...{ legalOutcome, cmslegalOutcome },
        ...{ courtName: row['court'] ?? '', cmscourtDescription: '' },
        yjbsentenceProposalType: '',
        cmssentenceProposalDescription: row['report_proposal'] ?? '',
        ...{ outcomeAppealStatus: '', legalOutcomeGroup: 'Community' },
      };
    },
  },
  outcome_offences: {
    has: ['offence_id'],
    write: ({ offence_id: offenceID = '' }) => ({ offenceID }),
  },
  interventions: {
    has: ['intervention_id', 'child_id', 'programme', 'start_date', 'end_date', 'end_reason'],
    write: (row, at) => {
      const [cmsdisposalType, disposalType] = writeBoth(row['programme'], at);
      const reason = row['end_reason'] ?? '';
      return {
        ...{ ...PROGRAMME(row, at), ...CHILD(row, at), disposalType, cmsdisposalType },
        startDate: writeDay(row['start_date']),
        endDate: row['end_date'] === '' ? NO_DATE : writeDay(row['end_date']),
        kpi6SuccessfullyCompleted: reason === '' ? '' : String(reason === 'Completed'),
      };
    },
  },
  assessments: {
    has: ['assessment_id', 'child_id', 'intervention_id', 'assessed_on'],
    write: (row, at) => ({
      assessmentID: row['assessment_id'] ?? '',
      ...{ ...CHILD(row, at), ...PROGRAMME(row, at) },
      date: writeDay(row['assessed_on']),
    }),
  },
  remand_decisions: {
    has: ['decision_id', 'child_id', 'decided_on', 'decision'],
    write: (row, at) => {
      const [cmsremandDecision, remandDecision] = writeBoth(row['decision'], at);
      return {
        ...{ hearingID: row['decision_id'] ?? '', ...CHILD(row, at) },
        hearingDate: writeDay(row['decided_on']),
        ...{ remandDecision, cmsremandDecision },
      };
    },
  },
  kpi_snapshots: {
    has: [
      ...[
        'intervention_id',
        'accommodation_suitable',
        'accommodation_type',
        'ete_suitable',
        'ete_type',
      ],
      ...['ete_hours_offered', 'ete_hours_attended', 'additional_need', 'formal_plan'],
      ...['mental_health_need', 'mental_health_offered', 'mental_health_attended'],
      ...['substance_need', 'substance_offered', 'substance_attended'],
    ],
    write: (row, at) => {
      const day = row['recorded_on'];
      return {
        ...PROGRAMME(row, at),
        kpi1AccommodationSuitability: writeSuitable(row['accommodation_suitable']),
        kpi1AccommodationType: formCode(row['accommodation_type']),
        suitability: writeSuitable(row['ete_suitable']),
        provisionType: formCode(row['ete_type']),
        hoursOffered: row['ete_hours_offered'] ?? '',
        hours: row['ete_hours_attended'] ?? '',
        kpi3IdentifiedSENDALN: (row['additional_need'] ?? '').toUpperCase(),
        kpi3SENDFormalPlan: (row['formal_plan'] ?? '').toUpperCase(),
        kpi4MHDateScreened: writeDayOfYes(row['mental_health_need'], day),
        kpi4MHDateOffered: writeDayOfYes(row['mental_health_offered'], day),
        kpi4MHDateAttendedStart: writeDayOfYes(row['mental_health_attended'], day),
        kpi5SMDateScreened: writeDayOfYes(row['substance_need'], day),
        kpi5SMDateOffered: writeDayOfYes(row['substance_offered'], day),
        kpi5SMDateAttendedStart: writeDayOfYes(row['substance_attended'], day),
      };
    },
  },
  victims: {
    has: [
      ...['victim_id', 'kind', 'consented', 'views_sought', 'rj_offered', 'rj_engaged'],
      ...['progress_requested', 'progress_information', 'support_requested', 'support'],
    ],
    write: (row, at) => ({
      ...{ victimInterventionID: row['victim_id'] ?? '', victimID: String(at) },
      victimType: row['kind'] ?? '',
      consentYJSContact: capitalise(row['consented']),
      viewPrior: capitalise(row['views_sought']),
      rjofferedStatus: capitalise(row['rj_offered']),
      engagedRJ: capitalise(row['rj_engaged']),
      progressRequest: capitalise(row['progress_requested']),
      progressProvided: capitalise(row['progress_information']),
      additionalSupportRequest: capitalise(row['support_requested']),
      additionalSupportProvided: capitalise(row['support']),
    }),
  },
  parenting_support: {
    has: ['support_id', 'child_id', 'started_on'],
    write: (row, at) => ({
      ...{ parentingInterventionID: row['support_id'] ?? '', ...CHILD(row, at) },
      interventionStartDate: writeDay(row['started_on']),
    }),
  },
};

/** Writes every extract of a folder that the feed can carry in its words. Returns the rows of each, and its headings. */
export function writeFeedExport(folder: string): Readonly<Record<string, Written>> {
  return Object.fromEntries(
    Object.entries(WRITERS).map(([extract, { has, write }]) => {
      const file = join(folder, `${extract}.csv`);
      const { data } = Papa.parse<Row>(readFileSync(file, 'utf8'), {
        header: true,
        skipEmptyLines: true,
      });
      const rows = data.map((row, at) => ({ ...omit(row, has), ...write(row, at) }));
      writeFileSync(file, `${Papa.unparse(rows, { newline: '\n' })}\n`);
      return [extract, { rows: rows.length, headings: Object.keys(rows[0] ?? {}), has }];
    }),
  );
}

/** How many rows of an extract were written, under which headings, and which columns the feed has. */
interface Written {
  readonly rows: number;
  readonly headings: readonly string[];
  readonly has: readonly string[];
}

function omit(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}
