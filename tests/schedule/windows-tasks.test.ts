// The tasks for Windows in docs/unattended, held to the schema of task files: [MS-TSCH] of Microsoft's Open Specifications,
// section 2.5, and the defaults it gives. Every element of a list there is optional and may stand in any order, but for Exec.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { readSchedule, type Job } from '../../pipeline/schedule/declaration.js';

const FOLDER = join(projectFolder(), 'docs', 'unattended');
const TASKS = readdirSync(FOLDER).filter((name) => name.endsWith('.xml'));
const DURATION = /^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const BOOLEAN = /^(true|false)$/;
const TEXT = /\S/;
const EMPTY = /^$/;

/** What each element may hold: others, by name, or text of a form. */
const SCHEMA: Readonly<Record<string, readonly string[] | RegExp>> = {
  Task: ['RegistrationInfo', 'Triggers', 'Principals', 'Settings', 'Actions'],
  RegistrationInfo: ['Description'],
  Description: TEXT,
  Triggers: ['BootTrigger', 'CalendarTrigger'],
  BootTrigger: ['Delay'],
  Delay: DURATION,
  CalendarTrigger: ['StartBoundary', 'ScheduleByDay', 'ScheduleByWeek'],
  StartBoundary: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  ScheduleByDay: ['DaysInterval'],
  DaysInterval: /^([1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-5])$/,
  ScheduleByWeek: ['WeeksInterval', 'DaysOfWeek'],
  WeeksInterval: /^([1-9]|[1-4]\d|5[0-2])$/,
  DaysOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ...Object.fromEntries(
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => [day, EMPTY]),
  ),
  Principals: ['Principal'],
  Principal: ['UserId', 'LogonType', 'RunLevel'],
  UserId: TEXT,
  LogonType: /^(S4U|Password|InteractiveToken|InteractiveTokenOrPassword)$/,
  RunLevel: /^(LeastPrivilege|HighestAvailable)$/,
  Settings: [
    ...['MultipleInstancesPolicy', 'DisallowStartIfOnBatteries', 'StopIfGoingOnBatteries'],
    ...['StartWhenAvailable', 'ExecutionTimeLimit', 'RestartOnFailure'],
  ],
  MultipleInstancesPolicy: /^(Parallel|Queue|IgnoreNew|StopExisting)$/,
  DisallowStartIfOnBatteries: BOOLEAN,
  StopIfGoingOnBatteries: BOOLEAN,
  StartWhenAvailable: BOOLEAN,
  ExecutionTimeLimit: DURATION,
  RestartOnFailure: ['Interval', 'Count'],
  Interval: DURATION,
  Count: /^([1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/,
  Actions: ['Exec'],
  Exec: ['Command', 'Arguments', 'WorkingDirectory'],
  Command: TEXT,
  Arguments: TEXT,
  WorkingDirectory: TEXT,
};

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** The elements of a task file, which has no comment, no entity and no text beside an element. */
function readElements(xml: string): Element {
  const root: Element = { name: '', children: [], text: '' };
  const open = [root];
  for (const [, close, name = '', alone, text = ''] of xml.matchAll(
    /<(\/?)([A-Za-z]+)[^>]*?(\/?)>([^<]*)/g,
  )) {
    if (close) expect(open.pop()?.name).toBe(name);
    else {
      const element: Element = { name, children: [], text: alone ? '' : text.trim() };
      open.at(-1)?.children.push(element);
      if (!alone) open.push(element);
    }
  }
  expect(open).toEqual([root]);
  return root.children[0] ?? root;
}

function listErrors({ name, children, text }: Element): string[] {
  const allowed = SCHEMA[name];
  if (allowed === undefined) return [`no such element: ${name}`];
  if (allowed instanceof RegExp)
    return children.length === 0 && allowed.test(text) ? [] : [`${name}: ${text}`];
  const names = children.map((child) => child.name);
  const repeated = name === 'Triggers' ? [] : names.filter((each, at) => names.indexOf(each) < at);
  return [
    ...names.filter((each) => !allowed.includes(each)).map((each) => `${each} in ${name}`),
    ...repeated.map((each) => `${each} twice in ${name}`),
    ...children.flatMap(listErrors),
  ];
}

function readTask(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}

function readValue(file: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(readTask(file))?.[1] ?? '';
}

function findJob(file: string): Job | undefined {
  const { jobs } = readSchedule(join(projectFolder(), 'reports', 'schedule.yaml'));
  return jobs.find(({ name }) => file === `boardpack-${name}.xml`);
}

describe('the tasks for Windows', () => {
  it.each(TASKS)('%s is as the schema says', (file) => {
    const text = readTask(file);
    expect(text).toContain(
      '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    );
    expect(listErrors(readElements(text))).toEqual([]);
  });

  it.each(TASKS)(
    '%s runs whether anybody is logged on or not, with no more rights than it needs',
    (file) => {
      expect(readValue(file, 'LogonType')).toBe('Password');
      expect(readValue(file, 'RunLevel')).toBe('LeastPrivilege');
    },
  );

  it('are one for each job that falls on days of the week, at its time, and one for the whole schedule', () => {
    const { jobs } = readSchedule(join(projectFolder(), 'reports', 'schedule.yaml'));
    const weekly = jobs.filter(({ every }) => every === 'day' || every === 'working day');
    expect(TASKS.toSorted()).toEqual(
      ['schedule', ...weekly.map(({ name }) => name)].map((name) => `boardpack-${name}.xml`).sort(),
    );
    for (const file of TASKS.filter((each) => each !== 'boardpack-schedule.xml')) {
      const job = findJob(file);
      expect(readValue(file, 'StartBoundary')).toContain(`T${job?.at}:00`);
      expect(readTask(file).includes('<ScheduleByDay>')).toBe(job?.every === 'day');
      expect(readValue(file, 'Arguments')).toContain(` run ${job?.name} `);
    }
  });

  it('do not stop the whole schedule after three days, which is what no limit written would do', () => {
    expect(readValue('boardpack-schedule.xml', 'ExecutionTimeLimit')).toBe('PT0S');
  });
});
