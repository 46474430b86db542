// A pack that was made, and whose records somebody has been erased from since → its figures as it gave them.
import { showTold, withhold, type Disclosed, type Told } from './disclosed.js';
import { placeOf } from './released.js';

/** Our own figures as the pack gave and hid them, whatever is counted now. What it did not tell of stays as it is. */
export function asGiven(
  disclosed: readonly Disclosed[],
  given: ReadonlyMap<string, Told>,
): Disclosed[] {
  return disclosed.map((cell) => {
    const told = cell.origin === 'own' ? given.get(placeOf(cell)) : undefined;
    if (told === undefined) return cell;
    return told.status === 'shown' ? showTold(cell, told) : withhold(cell, 'hidden');
  });
}
