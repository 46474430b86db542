// How the pack to read says its main points and its decisions in each language: read off the page, as in languages.ts.
import { VALUE as V, WHOLE as N } from './patterns.js';

/** Patterns of one language, each with its numbers in named parts. */
export interface PointsReading {
  /** How many headline indicators there are, and how many of them are better and worse, or none. */
  readonly indicators: readonly RegExp[];
  /** One group at one decision: its children, how many more or fewer than at parity, its rate and interval. */
  readonly flag: RegExp;
  /** The way of a flag that is above parity. */
  readonly more: string;
  /** How many children a decision was taken about, where no group stands out or too few can be told. */
  readonly noFlag: RegExp;
  /** The cases to review at all decisions together. */
  readonly cases: RegExp;
  /** At how many decisions numbers of ethnic groups are hidden. */
  readonly unshown: RegExp;
  /** Needs that became more or less common, and one of them. */
  readonly needs: RegExp;
  readonly movedNeed: RegExp;
  /** Measures that are too few to tell. */
  readonly few: RegExp;
  /** Rates on a second population: figures.csv has no column for them. */
  readonly second: RegExp;
}

const EN_ROOM = String.raw`(?:(?<least>${V}) to (?<most>${V})|about (?<excess>${V}))`;
const CY_ROOM = String.raw`(?:rhwng (?<least>${V}) a (?<most>${V})|tua (?<excess>${V}))`;

export const ENGLISH_POINTS: PointsReading = {
  indicators: [
    new RegExp(`^None of the (?<all>${N}) headline indicators is clearly better or worse`, 'u'),
    new RegExp(
      `^Of (?<all>${N}) headline indicators, (?<better>${N}) are clearly better than a year ago and (?<worse>${N}) clearly worse\\. The other (?<other>${N}) `,
      'u',
    ),
  ],
  flag: new RegExp(
    `(?<group>[\\p{L} ’,]+?) \\((?<numerator>${N}) child(?:ren)?\\), ${EN_ROOM} (?<way>more|fewer) than at the same rate as [^.]+\\. That is (?<value>${V}) times as often \\(95% interval (?<lower>${V})–(?<upper>${V})\\)(?<watch>: one to watch)?\\.`,
    'gu',
  ),
  more: 'more',
  noFlag: new RegExp(
    `(?:No ethnic group of the|too few to tell among) (?<numerator>${N}) child(?:ren)?`,
    'u',
  ),
  cases: new RegExp(`Cases to review: (?<cases>${N})\\.$`, 'u'),
  unshown: new RegExp(`protect children at (?<hidden>${N}) of (?<all>${N}) decisions\\.$`, 'u'),
  needs:
    /^(?<title>[^:]+): (?<groups>.+) the year before\. That is clearly (?<way>more|less) common/u,
  movedNeed: new RegExp(`(?<group>[^;]+?) (?<value>${V}), from (?<before>${V})`, 'gu'),
  few: /^Too few to tell from chance: (?<titles>.+?)(?:; and \d+ more)?\.$/u,
  second: /On a second population, .*$/u,
};

export const WELSH_POINTS: PointsReading = {
  indicators: [
    new RegExp(`^Nid oes yr un o’r (?<all>${N}) prif ddangosydd yn amlwg yn well`, 'u'),
    new RegExp(
      `^O’r (?<all>${N}) prif ddangosydd, mae (?<better>${N}) yn amlwg yn well na blwyddyn yn ôl a (?<worse>${N}) yn amlwg yn waeth\\. Nid yw’r (?<other>${N}) arall `,
      'u',
    ),
  ],
  flag: new RegExp(
    `(?<group>[\\p{L} ’,]+?) \\((?<numerator>${N}) (?:o blant|plentyn)\\), ${CY_ROOM} yn (?<way>fwy|llai) nag ar yr un gyfradd â [^.]+\\. Mae hynny (?<value>${V}) gwaith mor aml \\(cyfwng 95% (?<lower>${V})–(?<upper>${V})\\)(?<watch>: un i’w wylio)?\\.`,
    'gu',
  ),
  more: 'fwy',
  noFlag: new RegExp(
    `(?:Nid oes un grŵp ethnig o’r|rhy ychydig i ddweud ymhlith) (?<numerator>${N}) (?:o blant|plentyn)`,
    'u',
  ),
  cases: new RegExp(`Achosion i’w hadolygu: (?<cases>${N})\\.$`, 'u'),
  unshown: new RegExp(`ddiogelu plant mewn (?<hidden>${N}) o’r (?<all>${N}) penderfyniad\\.$`, 'u'),
  needs:
    /^(?<title>[^:]+): (?<groups>.+) y flwyddyn flaenorol\. Mae hynny’n amlwg yn (?<way>fwy|llai) cyffredin/u,
  movedNeed: new RegExp(
    `(?<group>[^;]+?) (?<value>${V}), o gymharu (?:â|ag) (?<before>${V})`,
    'gu',
  ),
  few: /^Rhy ychydig i’w gwahaniaethu oddi wrth siawns: (?<titles>.+?)(?:; ac? \d+ arall)?\.$/u,
  second: /Ar ail boblogaeth, .*$/u,
};
