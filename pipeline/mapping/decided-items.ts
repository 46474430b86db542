// Decisions taken before → items, so that each can be decided otherwise.
import { selectCurrent, type MappingDecision } from '../contracts/mapping-file.js';
import type { IngestDeclarations } from '../config/project.js';
import { listLabels, markSubject, type ItemMarker, type MappingItem } from './list-items.js';

/** The decisions in force as items: everything that each can mean, and nothing nearest. */
export function listDecided(
  { contracts, codes }: Pick<IngestDeclarations, 'contracts' | 'codes'>,
  decisions: readonly MappingDecision[],
  mark: ItemMarker,
): MappingItem[] {
  return selectCurrent(decisions).map(
    ({ means: _means, decided_on: _on, decided_by: _by, ...subject }) => {
      const list = codes.get(subject.list);
      const contract = contracts.find(({ extract }) => extract === subject.extract);
      const columns = (contract?.columns ?? []).map(({ name }) => ({ name, spellings: [] }));
      return {
        ...{ id: markSubject(subject, mark), subject, shown: subject.found, writable: true },
        ...{ stops: false, rows: 0, children: 0, places: [], nearest: [] },
        choices: list ? listLabels(list) : columns,
      };
    },
  );
}
