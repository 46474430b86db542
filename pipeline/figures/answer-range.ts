// The range that blank answers leave open → what a figure says of it, on its page and on the chair's.
import type { DisclosedLinkSensitivity } from '../disclosure/link-sensitivity.js';
import type { Declaration } from '../measures/declaration.js';
import type { Figure } from './figure.js';
import { readShown } from './results.js';
import { buildSubject, writeShort } from './subject.js';
import type { FigureWords } from './words.js';

/**
 * Adds the range to the sentence of a figure with a page, and to what the briefing and the table at a glance read. An
 * edition that hides says that there is a range and not how wide it is. Nothing is added where no answer is blank, or
 * none of the blanks matters.
 */
export function attachAnswerRange(
  figure: Figure,
  declaration: Declaration,
  ranges: readonly DisclosedLinkSensitivity[],
  words: FigureWords,
): Figure {
  const range = ranges.find(({ measure }) => measure === declaration.id);
  if (!range || range.status === 'same') return figure;
  const title = declaration.title[words.language];
  if (range.status === 'hidden')
    return addRange(
      figure,
      { status: 'hidden', said: title },
      words.say('sentence.answers.hidden'),
    );
  const subject = buildSubject(declaration, range.ends, words);
  const [low = '', high = ''] = [...range.ends]
    .sort((one, other) => (readShown(one)?.value ?? 0) - (readShown(other)?.value ?? 0))
    .map((end) => writeEnd(readShown(end)?.numerator ?? null, end, subject));
  const said = words.say('sentence.answers.range', { title, low, high });
  return addRange(
    figure,
    { status: 'shown', said },
    words.say('sentence.answers.shown', { low, high }),
  );
}

/** A rate is known by its count, as in a title. */
function writeEnd(
  numerator: number | null,
  end: Parameters<typeof writeShort>[0],
  subject: Parameters<typeof writeShort>[1],
): string {
  const isRate = subject.unit.startsWith('per ');
  return isRate && numerator !== null ? String(numerator) : writeShort(end, subject);
}

function addRange(figure: Figure, answerRange: Figure['answerRange'], sentence: string): Figure {
  return {
    ...figure,
    ...(answerRange && { answerRange }),
    sentence: `${figure.sentence} ${sentence}`,
  };
}
