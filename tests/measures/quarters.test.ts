// The quarters that are counted one by one.
import { describe, expect, it } from 'vitest';
import { addDays, parseQuarter, type Quarter } from '../../pipeline/domain/period.js';
import { listQuarters } from '../../pipeline/measures/quarters.js';

const quarter = parseQuarter('2022-23 Q4') as Quarter;
const measure = { id: 'entrants', window: { length: '12 months' as const, show: 13 } };
const moment = (from: string, to: string, asAt = '2023-05-15') => ({
  quarter,
  asAt,
  covers: { from, to },
});

describe('the quarters of a measure', () => {
  it('end with the pack’s quarter, have their label as id, and share no day', () => {
    const quarters = listQuarters(measure, moment('2000-01-01', '2023-03-31'));
    expect(quarters).toHaveLength(20);
    expect(quarters.at(-1)).toEqual({
      id: '2022-23 Q4',
      starts: '2023-01-01',
      ends: '2023-03-31',
      status: 'known',
    });
    expect(quarters[0]?.id).toBe('2018-19 Q1');
    quarters.slice(1).forEach(({ starts }, before) => {
      expect(starts).toBe(addDays(quarters[before]?.ends ?? '', 1));
    });
  });

  it('have no data if the records begin or end inside them, to the day', () => {
    const statuses = (from: string, to: string) =>
      listQuarters(measure, moment(from, to), 3).map(({ status }) => status);
    expect(statuses('2022-07-01', '2023-03-31')).toEqual(['known', 'known', 'known']);
    expect(statuses('2022-07-02', '2023-03-31')).toEqual(['no data', 'known', 'known']);
    expect(statuses('2022-07-01', '2023-03-30')).toEqual(['known', 'known', 'no data']);
  });

  it('are immature before their last day', () => {
    const [newest] = listQuarters(measure, moment('2000-01-01', '2023-03-31', '2023-03-30'), 1);
    expect(newest?.status).toBe('immature');
  });

  it('are refused for calendar years and for followed cohorts', () => {
    const all = moment('2000-01-01', '2023-03-31');
    const years = { id: 'needs', window: { length: 'calendar year' as const, show: 3 } };
    const cohort = { id: 'again', window: { ...measure.window, follow_up: 12, wait: 6 } };
    expect(() => listQuarters(years, all)).toThrow(RangeError);
    expect(() => listQuarters(cohort, all)).toThrow(RangeError);
  });
});
