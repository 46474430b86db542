// A kind of offence → one invented offence: category, gravity, weapon and description.
import type { Random } from './random.js';
import type { Mark, Offence } from './story.js';

/** An offence before it has a child and a day. */
export type Deed = Omit<Offence, 'child' | 'date'>;

/** The gravities are typical of the YJB's 1 to 8 scale; the true list is not public, so they prove nothing. */
const ORDINARY: readonly (readonly [string, number, number, string])[] = [
  ['Violence Against The Person', 3, 30, 'Common assault'],
  ['Violence Against The Person', 4, 9, 'Assault occasioning actual bodily harm'],
  ['Violence Against The Person', 3, 7, 'Assault on an emergency worker'],
  ['Criminal Damage', 3, 18, 'Criminal damage'],
  ['Public Order', 3, 13, 'Threatening behaviour'],
  ['Public Order', 2, 5, 'Disorderly behaviour'],
  ['Theft and Handling Stolen Goods', 3, 15, 'Theft from a shop'],
  ['Theft and Handling Stolen Goods', 3, 3, 'Handling stolen goods'],
  ['Drugs', 2, 12, 'Possession of cannabis'],
  ['Drugs', 3, 2, 'Possession of a class A drug'],
  ['Motoring Offences', 3, 8, 'No insurance'],
  ['Motoring Offences', 2, 4, 'No licence'],
  ['Vehicle Theft / Unauthorised Taking', 4, 4, 'Taking a vehicle without consent'],
  ['Non-Domestic Burglary', 4, 3, 'Burglary other than a dwelling'],
  ['Racially Aggravated', 4, 2, 'Racially aggravated public order offence'],
  ['Fraud and Forgery', 3, 1, 'Fraud by false representation'],
  ['Other', 2, 3, 'Malicious communications'],
];

const GRAVE: Readonly<Record<string, readonly [number, string]>> = {
  Arson: [5, 'Arson'],
  'Domestic Burglary': [6, 'Burglary of a dwelling'],
  'Public Order': [5, 'Violent disorder'],
  'Sexual Offences': [6, 'Sexual assault'],
  'Vehicle Theft / Unauthorised Taking': [5, 'Aggravated vehicle taking'],
};

const SERIOUS: Readonly<Record<string, readonly [number, string]>> = {
  Drugs: [6, 'Supply of a class A drug'],
  Robbery: [6, 'Robbery'],
  'Violence Against The Person': [6, 'Wounding'],
};

function recorded(
  kind: readonly [number, string] | undefined,
  category: string,
  weapon: Mark,
): Deed {
  if (!kind) throw new RangeError(`no such grave offence: ${category}`);
  return { category, gravity: kind[0], weapon, description: kind[1] };
}

/** An everyday offence of gravity 4 or less and without a weapon, as far as was recorded; diversion may have one. */
export function ordinaryOffence(formal: boolean, random: Random): Deed {
  const weights = Object.fromEntries(ORDINARY.map(([, , weight], place) => [place, weight]));
  const kind = ORDINARY[Number(random.weighted(weights))];
  if (!kind) throw new RangeError('no ordinary offence');
  const [category, gravity, , description] = kind;
  if (!formal && random.chance(0.02))
    return {
      category: 'Other',
      gravity: 3,
      weapon: 'yes',
      description: 'Bladed article on school premises',
    };
  return { category, gravity, weapon: random.chance(0.88) ? 'no' : '', description };
}

/** Gravity 5 or more outside the categories of serious violence. */
export function graveOffence(category: string, random: Random): Deed {
  return recorded(GRAVE[category], category, random.chance(0.9) ? 'no' : '');
}

/** Gravity 6 in a category of serious violence; often with a weapon, which still is not a weapon offence. */
export function seriousOffence(category: string, random: Random): Deed {
  const armed = category !== 'Drugs' && random.chance(0.6);
  return recorded(SERIOUS[category], category, armed ? 'yes' : 'no');
}

/** Carrying a weapon, gravity 3 or 4. */
export function weaponOffence(random: Random): Deed {
  return random.chance(0.7)
    ? {
        category: 'Violence Against The Person',
        gravity: 4,
        weapon: 'yes',
        description: 'Bladed article in public',
      }
    : {
        category: 'Public Order',
        gravity: 3,
        weapon: 'yes',
        description: 'Offensive weapon in public',
      };
}

/** Not keeping to an order. */
export function breachOffence(random: Random): Deed {
  const category = random.chance(0.8)
    ? 'Breach of Statutory Order'
    : 'Breach of Conditional Discharge';
  return { category, gravity: 3, weapon: 'no', description: 'Breach of an order' };
}
