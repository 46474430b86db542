// The demonstration service half-year by half-year: its serious violence and its weapons.
import type { HalfPlan } from './plan.js';

const VIOLENCE = 'Violence Against The Person';

/**
 * Serious violence (gravity 5 or more, formal) and weapons (gravity below 5, formal), by the half-year of the first
 * formal outcome. April to September 2021 is empty of serious violence here: the child sentenced again supplies it.
 */
export const DEMONSTRATION_HALVES: readonly HalfPlan[] = [
  {
    starts: '2017-10-01',
    ends: '2018-03-31',
    serious: [[VIOLENCE], ['Robbery', VIOLENCE]],
    weapons: [1, 1, 1],
  },
  {
    starts: '2018-04-01',
    ends: '2018-09-30',
    serious: [['Drugs'], [VIOLENCE], ['Robbery']],
    weapons: [1, 1, 1],
  },
  {
    starts: '2018-10-01',
    ends: '2019-03-31',
    serious: [[VIOLENCE], ['Robbery']],
    weapons: [2, 1, 1],
  },
  {
    starts: '2019-04-01',
    ends: '2019-09-30',
    serious: [['Drugs', VIOLENCE], [VIOLENCE]],
    weapons: [1, 1, 1],
  },
  {
    starts: '2019-10-01',
    ends: '2020-03-31',
    serious: [[VIOLENCE, VIOLENCE], ['Robbery']],
    weapons: [1, 1],
  },
  { starts: '2020-04-01', ends: '2020-09-30', serious: [['Drugs']], weapons: [1, 1] },
  { starts: '2020-10-01', ends: '2021-03-31', serious: [], weapons: [2, 1] },
  { starts: '2021-04-01', ends: '2021-09-30', serious: [], weapons: [1, 1] },
  {
    starts: '2021-10-01',
    ends: '2022-03-31',
    serious: [['Robbery', VIOLENCE], [VIOLENCE]],
    weapons: [1, 1, 1, 1, 1],
  },
  {
    starts: '2022-04-01',
    ends: '2022-09-30',
    serious: [['Robbery'], [VIOLENCE]],
    weapons: [1, 1, 1, 1],
  },
  { starts: '2022-10-01', ends: '2023-03-31', serious: [[VIOLENCE]], weapons: [1, 1, 1, 1] },
];
