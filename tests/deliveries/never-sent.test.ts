// The note that an extract did not come: while nothing is stored, and again where one that came before is missing.
import { beforeEach, expect, it, vi } from 'vitest';
import { listNeverSent } from '../../pipeline/ingest/never-sent.js';
import { readLedger } from '../../pipeline/deliveries/ledger.js';
import { CHILDREN, VISITS, smallService, type Service } from './service.js';

beforeEach(() => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
});

const children = ['child_id,surname,home,known_since', 'C1,Enghraifft,Home,02/01/2020'];
const visits = ['visit_id,child_id', 'V1,C1'];
const listUnsent = ({ settings }: Service): string[] =>
  listNeverSent([CHILDREN, VISITS], readLedger(settings.deliveries));

it('is said once of an extract that never comes, and status keeps it', async () => {
  const service = smallService();
  expect(listUnsent(service)).toEqual([]);
  const first = await service.send({ 'children.csv': children });
  expect(first.problems).toMatchObject([{ code: 'missing-extract', file: 'visits' }]);
  const second = await service.send({ 'children.csv': [...children, 'C2,Prawf,Home,'] });
  expect(second.problems).toEqual([]);
  expect(listUnsent(service)).toEqual(['visits']);
});

it('is said each time of an extract that came before', async () => {
  const service = smallService();
  await service.send({ 'children.csv': children, 'visits.csv': visits });
  for (const day of ['2023-05-20', '2023-06-20']) {
    const later = await service.send({ 'children.csv': children }, day);
    expect(later.problems).toMatchObject([{ code: 'missing-extract', file: 'visits' }]);
  }
  expect(listUnsent(service)).toEqual([]);
});
