// What is known of a pack and what documents are made with → all that every document of it has in common.
import type { RecordedRelease } from '../deliveries/previous-pack.js';
import type { Day } from '../domain/period.js';
import type { MeasureGrades } from '../results/measure-grades.js';
import type { ChangesSince } from '../results/previous-pack.js';
import type { QualityFacts } from '../results/quality-facts.js';
import type { Results } from '../results/results.js';
import type { RenderAssets, RenderRequest } from './assets.js';

/** What every document of a pack has in common. No value of a measure is among it: figures come disclosed, by edition. */
export interface RenderContext
  extends RenderRequest, RenderAssets, Pick<Results, 'published' | 'populations'> {
  readonly asAt: Day;
  /** Whether every page says that it is a draft. */
  readonly draft: boolean;
  readonly quality: QualityFacts;
  readonly grades: MeasureGrades;
  /** What has come since a pack that readers may have from before. */
  readonly findChanges: (pack: RecordedRelease) => ChangesSince;
}
