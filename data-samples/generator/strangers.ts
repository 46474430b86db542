// Children of other authorities whom the service looks after for a while: in the extracts, and in no figure.
import type { World } from './world.js';
import type { YearPlan } from './plan.js';
import { addAssessments } from './needs.js';
import type { Random } from './random.js';
import { liveThrough } from './service.js';
import type { Child } from './story.js';

/** Neighbouring authorities by their official codes. */
const NEIGHBOURS = ['W06000006', 'W06000004', 'E06000050'];

const QUIET: Omit<YearPlan, 'starts' | 'ends' | 'entrants' | 'diverted' | 'offences'> = {
  quarters: [1, 1, 1, 1],
  repeats: 0,
  elsewhere: 0,
  adults: 0,
  furtherDays: 0,
  breachDays: 0,
  resolutions: 0,
  resolutionsToFormal: 0,
  secondResolutions: 0,
  grave: {},
  prevention: 0,
  turnaround: 0,
  custodial: 0,
  sentencedTwice: false,
  remands: 0,
  worked: null,
};

/** Three neighbours' children with a few outcomes each, one of them of serious violence and one with a weapon. */
export function addStrangers(random: Random, cut: string): Child[] {
  return NEIGHBOURS.flatMap((authority, place) => {
    const world: World = { random, authority, children: [] };
    liveThrough(world, {
      years: [
        {
          ...QUIET,
          starts: '2021-04-01',
          ends: '2022-03-31',
          entrants: 1,
          diverted: 0,
          offences: 2,
        },
        {
          ...QUIET,
          starts: '2022-04-01',
          ends: '2023-03-31',
          entrants: 1,
          diverted: 1,
          offences: 4,
        },
      ],
      halves: [
        {
          starts: '2022-04-01',
          ends: '2023-03-31',
          serious: place === 0 ? [['Robbery']] : [],
          weapons: place === 1 ? [1] : [],
        },
      ],
      cut,
      resentenced: null,
    });
    addAssessments(world, [], cut);
    return world.children;
  });
}
