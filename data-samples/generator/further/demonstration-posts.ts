// The demonstration service's posts and money, as they changed from 2019 to 2023.
import type { Day } from '../../../pipeline/domain/period.js';
import type { MoneyYear, PostPlan } from './workforce.js';

const BEGAN = '2019-04-01';
const STILL = '2023-03-31';

function post(
  id: string,
  role: string,
  full: number,
  from: Day = BEGAN,
  to: Day = STILL,
  vacant: readonly Day[] = [],
): PostPlan {
  return { post: id, role, full, from, to, vacant };
}

/** Case management comes to 5.7 full-time posts at the end of 2021-22 and to 7.2 at the end of 2022-23, as published. */
export const DEMONSTRATION_POSTS: readonly PostPlan[] = [
  post('P01', 'Service manager', 1),
  post('P02', 'Team manager', 1),
  post('P03', 'Team manager', 0.8, '2020-09-01'),
  post('P11', 'Case manager', 1),
  post('P12', 'Case manager', 1),
  post('P13', 'Case manager', 1, BEGAN, STILL, ['2020-09-30', '2020-12-31']),
  post('P14', 'Case manager', 1),
  post('P15', 'Case manager', 1),
  post('P16', 'Case manager', 0.7, BEGAN, '2022-06-30'),
  post('P16', 'Case manager', 1, '2022-07-01'),
  post('P17', 'Case manager', 0.6, '2022-07-01'),
  post('P18', 'Case manager', 0.6, '2022-10-01'),
  post('P21', 'Prevention worker', 1),
  post('P22', 'Prevention worker', 1, '2022-12-01'),
  post('P31', 'Victim and restorative justice worker', 0.8),
  post('P32', 'Parenting worker', 1, BEGAN, STILL, ['2021-06-30']),
  post('P33', 'Education worker', 0.5, BEGAN, STILL, ['2022-09-30', '2022-12-31', '2023-03-31']),
  post('P34', 'Health worker', 0.4, BEGAN, STILL, ['2019-12-31', '2020-03-31', '2023-03-31']),
  post('P35', 'Substance misuse worker', 1),
  post('P36', 'Police officer', 1),
  post('P37', 'Probation officer', 0.5, BEGAN, STILL, ['2021-12-31', '2022-03-31', '2022-06-30']),
  post('P41', 'Information officer', 0.6),
  post('P42', 'Business support', 1),
];

/** Invented amounts in thousands of pounds; none is published. */
export const DEMONSTRATION_MONEY: readonly MoneyYear[] = [
  money('2020-03-31', [212, 486, 58, 12, 18, 141], 0, 0.97),
  money('2021-03-31', [214, 489, 58, 12, 18, 148], 0, 0.93),
  money('2022-03-31', [226, 501, 60, 5, 18, 152], 0, 0.98),
  money('2023-03-31', [231, 517, 60, 5, 20, 158], 34, 0.99),
  money('2024-03-31', [231, 540, 60, 5, 20, 158], 68, null),
];

function money(
  ends: Day,
  [board, council, police, probation, health, government]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ],
  turnaround: number,
  spent: number | null,
): MoneyYear {
  const budget = {
    'Youth Justice Board grant': board,
    'Local authority': council,
    'Police and crime commissioner': police,
    Probation: probation,
    Health: health,
    'Devolved government grant': government,
  };
  return {
    ends,
    spent,
    budget: turnaround ? { ...budget, 'Turnaround grant': turnaround } : budget,
  };
}
