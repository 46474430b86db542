// Results with a rate on a second population → the sentence that gives those rates, with their source.
import type { SecondRate } from '../domain/value.js';
import { choosePrecision, writeNumber } from './numbers.js';
import {
  findCell,
  isCrossed,
  listGroupKeys,
  type GroupKey,
  type Stage,
} from './relative-stages.js';
import { listGroups, readShown, type ShownResult } from './results.js';
import type { Subject } from './subject.js';
import type { FigureWords } from './words.js';

/** A rate on a second population, with what names it on its page. */
interface LabelledRate {
  readonly label: string;
  readonly second: SecondRate;
}

const RATE = choosePrecision('relative rate', []);

/** The current year's rates on second populations: of all together, and of each group with a child. */
export function writeSecondNotes(subject: Subject): string[] {
  const { reading, words } = subject;
  const groups = listGroups(reading).flatMap(({ breakdown, group, now }) =>
    labelRate(words.group(breakdown, group), readShown(now)),
  );
  const all = labelRate(words.say('note.second.all'), readShown(reading.current));
  return writeBySource([...all, ...groups], subject.write, words);
}

/** At each decision against a population, the rates on a second one of every group with a child. */
export function writeSecondStageNotes(stages: readonly Stage[], words: FigureWords): string[] {
  const rates = stages.flatMap((stage) => {
    const found = listGroupKeys([stage])
      .filter((key) => !isCrossed(key))
      .flatMap((key) =>
        labelRate(words.group(key.breakdown, key.group), readShown(findCell(stage, key))),
      );
    const title = stage.declaration.title[words.language];
    return found.map((rate, place) =>
      place === 0
        ? { ...rate, label: words.say('note.second.stage', { title, label: rate.label }) }
        : rate,
    );
  });
  return writeBySource(rates, (value) => writeNumber(value, RATE), words);
}

/** At one decision, the rates on a second population of the groups named that have a child. */
export function writeSecondGroupNotes(
  stage: Stage,
  groups: readonly GroupKey[],
  words: FigureWords,
): string[] {
  const rates = groups.flatMap((key) =>
    labelRate(words.group(key.breakdown, key.group), readShown(findCell(stage, key))),
  );
  return writeBySource(rates, (value) => writeNumber(value, RATE), words);
}

function labelRate(label: string, cell: ShownResult | null): LabelledRate[] {
  if (!cell?.second || !cell.numerator) return [];
  return [{ label, second: cell.second }];
}

function writeBySource(
  rates: readonly LabelledRate[],
  write: (value: number) => string,
  words: FigureWords,
): string[] {
  const sources = [...new Set(rates.map(({ second }) => second.source))];
  return sources.map((source) => {
    const listed = rates.filter(({ second }) => second.source === source);
    const written = listed.map(({ label, second }) => `${label} ${writeRate(second, write)}`);
    return words.say('note.second.rates', { source, rates: written.join('; ') });
  });
}

function writeRate({ value, lower, upper }: SecondRate, write: (value: number) => string): string {
  if (value === null) return '';
  if (lower === null || upper === null) return write(value);
  return `${write(value)} (${write(lower)}–${write(upper)})`;
}
