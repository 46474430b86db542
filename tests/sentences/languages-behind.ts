// How a finished pack says, in each language, what lies behind a figure: read off the page, as in languages.ts.
import { VALUE as V, WHOLE as N } from './patterns.js';

/** Patterns of one language, each with its numbers in named parts. */
export interface BehindReading {
  /** A quarter as the page writes it (`Jun 2021`) → its last day, or null. */
  readonly quarterEnd: (text: string) => string | null;
  /** A lasting step: its quarter, its direction, and the mean from there and until then. */
  readonly step: RegExp;
  /** The word for a step upwards. */
  readonly higherLevel: string;
  /** The children behind the entries of a year. */
  readonly entries: RegExp;
  /** How many comparisons a page makes or shows, and of which groups. */
  readonly comparisons: RegExp;
  /** The range that blank answers leave, on the measure's page. */
  readonly range: RegExp;
  /** The line of the briefing that lists ranges, and one range of it. */
  readonly rangeList: RegExp;
  readonly listedRange: RegExp;
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

function quarterEnd(months: readonly string[]): (text: string) => string | null {
  return (text) => {
    const [month = '', year = ''] = text.split(' ');
    const day = LAST_DAYS[months.indexOf(month)];
    return day === undefined ? null : `${year}-${day}`;
  };
}

const ENDS = (of: string, and: string): string =>
  `(?<low>${V})(?: ${of} (?<lowBase>${N}))? ${and} (?<high>${V})(?: ${of} (?<highBase>${N}))?`;
const EN_ENDS = `between ${ENDS('of', 'and')}`;
const CY_ENDS = `rhwng ${ENDS('allan o', 'ac?')}`;

export const ENGLISH_BEHIND: BehindReading = {
  quarterEnd: quarterEnd(['Mar', 'Jun', 'Sep', 'Dec']),
  step: new RegExp(
    `^In the quarter to (?<quarter>\\p{L}+ \\d{4}) the number settled on a (?<way>higher|lower) level: (?<since>${V}) a quarter on average, (?<until>${V}) until then\\.$`,
    'u',
  ),
  higherLevel: 'higher',
  entries: new RegExp(
    `^The entries of the year are those of (?<denominator>${N}) \\p{L}+; each taken once, by the first entry, (?<numerator>${N}) reoffended\\.$`,
    'u',
  ),
  comparisons: new RegExp(
    `^The page (?:makes|shows) (?<all>${N}) comparisons?: (?<ethnicity>${N}) by ethnicity, (?<sex>${N}) by sex and (?<rest>${N}) by other groups\\.$`,
    'u',
  ),
  range: new RegExp(`^Whatever they are, the figure is ${EN_ENDS}\\.$`, 'u'),
  rangeList: /^Answers not recorded leave a range: /,
  listedRange: new RegExp(`(?<title>[^;]+): ${EN_ENDS}`, 'gu'),
};

export const WELSH_BEHIND: BehindReading = {
  quarterEnd: quarterEnd(['Maw', 'Meh', 'Medi', 'Rhag']),
  step: new RegExp(
    `^Yn y chwarter hyd at (?<quarter>\\p{L}+ \\d{4}) setlodd y nifer ar lefel (?<way>uwch|is): (?<since>${V}) y chwarter ar gyfartaledd, (?<until>${V}) cyn hynny\\.$`,
    'u',
  ),
  higherLevel: 'uwch',
  entries: new RegExp(
    `^Mae cofnodion y flwyddyn yn perthyn i (?<denominator>${N}) [\\p{L} ]+; o gymryd pob un unwaith, yn ôl ei gofnod cyntaf, aildroseddodd (?<numerator>${N})\\.$`,
    'u',
  ),
  comparisons: new RegExp(
    `^Mae’r dudalen yn (?:gwneud|dangos) (?<all>${N}) [\\p{L} ]+: (?<ethnicity>${N}) yn ôl ethnigrwydd, (?<sex>${N}) yn ôl rhyw a (?<rest>${N}) yn ôl grwpiau eraill\\.$`,
    'u',
  ),
  range: new RegExp(`^Beth bynnag ydynt, mae’r ffigur ${CY_ENDS}\\.$`, 'u'),
  rangeList: /^Mae atebion nas cofnodwyd yn gadael ystod: /,
  listedRange: new RegExp(`(?<title>[^;]+): ${CY_ENDS}`, 'gu'),
};
