// How a finished pack says its figures in each language: read off the page, not off the words it is written with.
import { ENGLISH_BEHIND, WELSH_BEHIND, type BehindReading } from './languages-behind.js';
import { ENGLISH_POINTS, WELSH_POINTS, type PointsReading } from './languages-points.js';
import { VALUE as V, WHOLE as N } from './patterns.js';

/** Patterns of one language; every number of a sentence must be in a named part of one of them. */
export interface Reading {
  /** A day or a year as the page writes it → the last day of its window, or null. */
  readonly windowEnd: (text: string) => string | null;
  readonly now: readonly RegExp[];
  readonly before: readonly RegExp[];
  readonly hidden: RegExp;
  readonly against: RegExp;
  readonly changes: readonly (readonly [RegExp, string])[];
  readonly title: readonly RegExp[];
  readonly titleVerdicts: readonly (readonly [RegExp, string])[];
  readonly assessed: RegExp;
  readonly mostOften: RegExp;
  readonly groupShare: RegExp;
  readonly higherNeeds: RegExp;
  readonly unknown: RegExp;
  readonly clearGroup: RegExp;
  readonly decision: RegExp;
  readonly watched: RegExp;
  readonly compared: RegExp;
  readonly behind: BehindReading;
  readonly points: PointsReading;
  /** Numbers that figures.csv has no place for: supplementary statistics, and what chance alone could produce. */
  readonly elsewhere: readonly RegExp[];
  /** Numbers of a sentence that name no figure: the day in a date, ages, what a rate is given per. */
  readonly notFigures: readonly RegExp[];
}

function monthEnd(months: readonly string[]): (text: string) => string | null {
  return (text) => {
    const [, day = '', month = '', year = ''] = /(\d{1,2}) ([\p{L}]+) (\d{4})/u.exec(text) ?? [];
    const at = months.indexOf(month);
    if (at >= 0) return `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    const [, only] = /(\d{4})/.exec(text) ?? [];
    return only === undefined ? null : `${only}-12-31`;
  };
}

const EN_MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const CY_MONTHS =
  'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(
    ' ',
  );

const EN_WINDOW = String.raw`in the (?<window>(?:year|three years|3 years) to \d{1,2} \p{L}+ \d{4}|calendar year \d{4})`;
const CY_WINDOW = String.raw`yn (?<window>y(?:r|’r)? (?:flwyddyn|tair blynedd) hyd at \d{1,2} \p{L}+ \d{4}|y flwyddyn galendr \d{4})`;
const EN_LIMITS = String.raw`(?: \(95% interval (?<lower>${V})–(?<upper>${V})\))?`;
const CY_LIMITS = String.raw`(?: \(cyfwng 95%: (?<lower>${V})–(?<upper>${V})\))?`;

export const ENGLISH: Reading = {
  windowEnd: monthEnd(EN_MONTHS),
  now: [
    `^(?<numerator>${N}) of (?<denominator>${N}) [\\p{L} ]+? ${EN_WINDOW}(?:: (?<value>${V}))?${EN_LIMITS}\\.$`,
    `^(?<numerator>${N}) [\\p{L} -]+? (?:by|after) (?<denominator>${N}) [\\p{L} ]+? ${EN_WINDOW}: (?<value>${V}) (?:for )?each on average${EN_LIMITS}\\.$`,
    `^(?<numerator>${N}) [\\p{L} -]+? ${EN_WINDOW}(?:: (?<value>${V}) per 10*,0+ children aged 10–17)?${EN_LIMITS}\\.$`,
  ].map((each) => new RegExp(each, 'u')),
  before: [
    `^The year before: (?<numerator>${N}) of (?<denominator>${N}) [\\p{L} ]+?(?:, (?<value>${V}))?\\.$`,
    `^The year before: (?<value>${V}) each\\.$`,
    `^The year before: (?<numerator>${N}) [\\p{L} -]+?(?:, a rate of (?<value>${V}))?\\.$`,
  ].map((each) => new RegExp(each, 'u')),
  hidden: new RegExp(`^The number for the ${EN_WINDOW.replace('in the ', '')} is hidden`, 'u'),
  against: new RegExp(`published figure for (?<area>.+) \\((?<value>${V})\\)`, 'u'),
  changes: [
    [/^This is clearly higher|^Ours is clearly higher/, 'higher'],
    [/^This is clearly lower|^Ours is clearly lower/, 'lower'],
    [/^This may be a difference|^Ours may differ/, 'possible'],
    [/no clear change\.$|^Ours does not differ clearly/, 'no clear change'],
    [/^The numbers are too small to/, 'too few to tell'],
  ],
  title: [
    new RegExp(`: (?:.*)\\((?<now>${V}), from (?<before>${V})\\)$`, 'u'),
    new RegExp(`: (?<now>${V}), from (?<before>${V}) \\(change not tested\\)$`, 'u'),
    new RegExp(
      `: (?<group>[^:]+) most often \\((?<numerator>${N}) of (?<denominator>${N})\\)$`,
      'u',
    ),
    new RegExp(`: (?<now>${V})$`, 'u'),
  ],
  titleVerdicts: [
    [/: clearly higher \(/, 'higher'],
    [/: clearly lower \(/, 'lower'],
    [/: no clear change \(/, 'no clear change'],
    [/: too few to tell \(/, 'too few to tell'],
  ],
  assessed: new RegExp(
    `^Of (?<denominator>${N}) children assessed ${EN_WINDOW}, (?<numerator>${N}) had`,
    'u',
  ),
  mostOften: /^Most often: /,
  groupShare: new RegExp(`(?<group>[^,(:]+(?:, [^,(]+)*?) \\((?<value>${V})\\)`, 'gu'),
  higherNeeds: /^Clearly (?<way>higher|lower) than the year before: (?<groups>.+)\.$/,
  unknown: new RegExp(
    `^Ethnicity is not known for (?<numerator>${N}) of (?<denominator>${N}) `,
    'u',
  ),
  clearGroup: new RegExp(
    `^(?<group>[\\p{L} ]+): (?<value>${V}) times the rate of .* \\(95% interval (?<lower>${V})–(?<upper>${V})\\)\\.$`,
    'u',
  ),
  decision: new RegExp(
    `^(?<group>[^,]+), .*?: (?<value>${V}) times as often as .*? \\(95% interval (?<lower>${V})–(?<upper>${V})\\)\\.(?: That is (?<excess>${N}) children (?<way>more|fewer) than at the same rate(?: \\((?<least>${N}) to (?<most>${N})\\))?\\.)?$`,
    'u',
  ),
  watched: /(?<group>[\p{L} ’]+?) \((?<rates>(?:[^()]*\([^()]*\)[^()]*)+)\)/gu,
  compared: new RegExp(
    `^Compared with the year before: (?<tested>${N})\\. Clearly different: (?<clear>${N})\\.`,
  ),
  behind: ENGLISH_BEHIND,
  points: ENGLISH_POINTS,
  elsewhere: [
    /^Days since the last: \d+\.$/,
    /^Time at risk: .*$/,
    /^About [\d.]+ offend again for every 100 children followed for a year .*$/,
    /^Of \d+ pairs of needs, .*$/,
    /: an estimated \d+% had not offended again by \d+ weeks$/,
    / Chance alone could produce up to about \d+ of these\.(?: Fewer than ten events lie behind \d+: see their pages\.)?$/,
    /; and \d+ more\.$/,
    /On a second population, .*$/,
    /\(KPI \d+\)/g,
    /Action A\d+(?:,| has had)/,
    /95%/g,
  ],
  notFigures: [/per 10*,0+ children aged 10–17/g, /aged 10–17/g],
};

export const WELSH: Reading = {
  windowEnd: monthEnd(CY_MONTHS),
  now: [
    `^(?<numerator>${N}) allan o (?<denominator>${N}) [\\p{L} ’-]+? ${CY_WINDOW}(?:: (?<value>${V}))?${CY_LIMITS}\\.$`,
    `^(?<numerator>${N}) [\\p{L} ’-]+? (?:gan|ar ôl) (?<denominator>${N}) [\\p{L} ’]+? ${CY_WINDOW}: (?<value>${V}) (?:yr|fesul) un ar gyfartaledd${CY_LIMITS}\\.$`,
    `^(?<numerator>${N}) [\\p{L} ’-]+? ${CY_WINDOW}(?:: (?<value>${V}) fesul 10*,0+ o blant 10–17 oed)?${CY_LIMITS}\\.$`,
  ].map((each) => new RegExp(each, 'u')),
  before: [
    `^Y flwyddyn flaenorol: (?<numerator>${N}) allan o (?<denominator>${N}) [\\p{L} ’-]+?(?:, (?<value>${V}))?\\.$`,
    `^Y flwyddyn flaenorol: (?<value>${V}) yr un\\.$`,
    `^Y flwyddyn flaenorol: (?<numerator>${N}) [\\p{L} ’-]+?(?:, cyfradd o (?<value>${V}))?\\.$`,
  ].map((each) => new RegExp(each, 'u')),
  hidden: new RegExp(`^Mae’r nifer ar gyfer ${CY_WINDOW.replace('yn ', '')} wedi’i guddio`, 'u'),
  against: new RegExp(`ffigur a gyhoeddwyd ar gyfer (?<area>.+) \\((?<value>${V})\\)`, 'u'),
  changes: [
    [/^Mae hyn yn amlwg yn uwch|^Mae ein ffigur ni yn amlwg yn uwch/, 'higher'],
    [/^Mae hyn yn amlwg yn is|^Mae ein ffigur ni yn amlwg yn is/, 'lower'],
    [/^Gall fod gwahaniaeth/, 'possible'],
    [/nid oes newid clir\.$|^Nid oes gwahaniaeth clir/, 'no clear change'],
    [/^Mae’r niferoedd yn rhy fach/, 'too few to tell'],
  ],
  title: [
    new RegExp(`: (?:.*)\\((?<now>${V}), o gymharu (?:â|ag) (?<before>${V})\\)$`, 'u'),
    new RegExp(`: (?<now>${V}), o gymharu (?:â|ag) (?<before>${V}) \\(newid heb ei brofi\\)$`, 'u'),
    new RegExp(`: amlaf (?<group>[^:]+) \\((?<numerator>${N}) o (?<denominator>${N})\\)$`, 'u'),
    new RegExp(`: (?<now>${V})$`, 'u'),
  ],
  titleVerdicts: [
    [/: yn amlwg yn uwch \(/, 'higher'],
    [/: yn amlwg yn is \(/, 'lower'],
    [/: dim newid clir \(/, 'no clear change'],
    [/: rhy ychydig i ddweud \(/, 'too few to tell'],
  ],
  assessed: new RegExp(
    `^O blith (?<denominator>${N}) o blant a aseswyd ${CY_WINDOW}, roedd gan (?<numerator>${N}) `,
    'u',
  ),
  mostOften: /^Amlaf: /,
  groupShare: new RegExp(`(?<group>[^,(:]+(?:, [^,(]+)*?) \\((?<value>${V})\\)`, 'gu'),
  higherNeeds: /^Yn amlwg yn (?<way>uwch|is) na’r flwyddyn flaenorol: (?<groups>.+)\.$/,
  unknown: new RegExp(
    `^Nid yw ethnigrwydd yn hysbys ar gyfer (?<numerator>${N}) allan o (?<denominator>${N}) `,
    'u',
  ),
  clearGroup: new RegExp(
    `^(?<group>[\\p{L} ’]+): (?<value>${V}) gwaith cyfradd .* \\(cyfwng 95%: (?<lower>${V})–(?<upper>${V})\\)\\.$`,
    'u',
  ),
  decision: new RegExp(
    `^(?<group>[^,]+), .*?: (?<value>${V}) gwaith mor aml â’r grŵp cymharu \\([^;]+; cyfwng 95% (?<lower>${V})–(?<upper>${V})\\)\\.(?: Mae hynny’n (?<excess>${N}) o blant yn (?<way>fwy|llai) nag ar yr un gyfradd(?: \\((?<least>${N}) i (?<most>${N})\\))?\\.)?$`,
    'u',
  ),
  watched: /(?<group>[\p{L} ’]+?) \((?<rates>(?:[^()]*\([^()]*\)[^()]*)+)\)/gu,
  compared: new RegExp(
    `^Wedi’u cymharu â’r flwyddyn flaenorol: (?<tested>${N})\\. Yn amlwg yn wahanol: (?<clear>${N})\\.`,
  ),
  behind: WELSH_BEHIND,
  points: WELSH_POINTS,
  elsewhere: [
    /^Dyddiau ers yr un diwethaf: \d+\.$/,
    /^Amser mewn perygl: .*$/,
    /^Mae tua [\d.]+ yn troseddu eto am bob 100 o blant a ddilynir am flwyddyn .*$/,
    /^O \d+ o barau o anghenion, .*$/,
    /: amcangyfrif o \d+% heb aildroseddu o fewn \d+ wythnos$/,
    / Gallai siawns yn unig gynhyrchu hyd at tua \d+ o’r rhain\.(?: Llai na deg digwyddiad y tu ôl i \d+: gweler eu tudalennau\.)?$/,
    /; ac? \d+ arall\.$/,
    /Ar ail boblogaeth, .*$/,
    /\(DPA \d+\)/g,
    /Cam A\d+,|Mae cam A\d+ wedi/,
    /95%/g,
  ],
  notFigures: [/fesul 10*,0+ o blant 10–17 oed/g, /10–17 oed/g],
};
