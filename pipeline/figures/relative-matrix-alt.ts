// The stages and groups of the matrix → its alternative text.
import { findCell, type GroupKey, type Stage } from './relative-stages.js';
import { writeRateAndLimits } from './relative-words.js';
import { readValue } from './results.js';
import type { FigureWords } from './words.js';

/** The alternative text of the matrix: each decision with each group's relative rate. */
export function writeMatrixAlt(
  stages: readonly Stage[],
  groups: readonly GroupKey[],
  words: FigureWords,
): string {
  const stageTexts = stages.map((stage) =>
    words.say('decisions.alt.stage', {
      title: stage.declaration.title[words.language],
      groups: groups
        .map((key) => ({ key, cell: findCell(stage, key) }))
        .filter(({ cell }) => readValue(cell) !== null || cell?.status === 'hidden')
        .map(
          ({ key, cell }) =>
            `${words.group(key.breakdown, key.group)} ${writeRateAndLimits(cell, words)}`,
        )
        .join(', '),
    }),
  );
  return [words.say('decisions.alt.matrix'), ...stageTexts].join(' ');
}
