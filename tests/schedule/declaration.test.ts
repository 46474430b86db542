// A schedule as a service writes it: read strictly, with errors in plain words.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProblem } from '../problems/words.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { JOB_TYPES, readSchedule } from '../../pipeline/schedule/declaration.js';
import { emptyFolder } from '../deliveries/folder.js';

function scheduleOf(text: string): string {
  const file = join(emptyFolder(), 'schedule.yaml');
  writeFileSync(file, text);
  return file;
}

function whatIsWrong(text: string): string {
  try {
    readSchedule(scheduleOf(text));
  } catch (error) {
    if (error instanceof ProblemError)
      return error.problems.map((problem) => readProblem(problem).what).join('\n');
  }
  return '';
}

describe('a schedule', () => {
  it('of the project itself has every type of job, and resolves its paths relative to the file', () => {
    const folder = join(projectFolder(), 'reports');
    const { jobs, history, notices } = readSchedule(join(folder, 'schedule.yaml'));
    expect(new Set(jobs.map(({ does }) => does))).toEqual(new Set(JOB_TYPES));
    expect(history).toBe(join(folder, 'history'));
    expect(notices).toEqual({ folder: join(folder, 'history', 'notices'), email: null });
  });

  it('keeps the order of its jobs, and resolves the password file', () => {
    const file = scheduleOf(`history: h
jobs:
  b: {does: check, every: monday, at: '09:00'}
  a: {does: take in, every: day, at: '02:00'}
notices: {email: {host: h, from: a@example.org, to: [b@example.org], password_file: p}}`);
    const { jobs, notices } = readSchedule(file);
    expect(jobs.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(notices.email).toMatchObject({ password_file: join(file, '..', 'p'), port: 587 });
    expect(notices.email?.security).toBe('starttls');
  });

  it.each([
    ["a: {does: take in, every: day, at: '25:00'}", 'jobs.a.at must be a time of day'],
    ['a: {does: take in, every: day, at: 2:00}', 'jobs.a.at must be a time'],
    ["a: {does: dance, every: day, at: '02:00'}", 'jobs.a.does must be one of: take in'],
    ["a: {does: check, every: fortnight, at: '02:00'}", 'jobs.a.every must be one of'],
    ["a: {does: check, every: quarter, at: '02:00'}", 'jobs.a.on is missing'],
    ["a: {does: check, every: day, on: {day: 3}, at: '02:00'}", 'jobs.a.on is only for'],
    ["a: {does: build pack, every: month, on: {day: 3}, at: '02:00'}", 'must be quarter'],
    ["a: {does: check, every: month, on: {day: 31}, at: '02:00'}", 'must be at most 20'],
    ["a: {does: check, every: quarter, on: {day: 91}, at: '02:00'}", 'must be at most 90'],
    [
      "a: {does: check, every: quarter, on: {tuesday: 1}, at: '02:00'}",
      'must be {working_day: 10}',
    ],
    ["A B: {does: check, every: day, at: '02:00'}", 'jobs.A B'],
    ["a: {does: check, every: day, at: '02:00', cron: x}", 'cron'],
    ["a: {does: check, every: day, at: '02:00', waits: true}", 'waits'],
  ])('refuses %s', (job, said) => {
    expect(whatIsWrong(`jobs:\n  ${job}\n`)).toContain(said);
  });

  it.each([
    ['{user: u, oauth: {token_url: "http://t", client_id: c}}', 'https'],
    ['{oauth: {token_url: "https://t", client_id: c}}', 'user'],
    ['{user: u, security: none, oauth: {token_url: "https://t", client_id: c}}', 'security'],
  ])('refuses e-mail of %s', (email, said) => {
    const address = '{host: h, from: a@example.org, to: [b@example.org], ';
    const job = "jobs:\n  a: {does: check, every: day, at: '02:00'}\n";
    const wrong = whatIsWrong(`${job}notices: {email: ${email.replace('{', address)}}\n`);
    expect(wrong).toContain(said);
    expect(
      wrong
        .trim()
        .split('\n')
        .filter((line) => line.includes('email')),
    ).toHaveLength(1);
  });

  it('reports every error at once', () => {
    const wrong = whatIsWrong(`jobs: {a: {does: x, every: y, at: z}}
retry: {times: 99, first_wait: 0}
notices: {email: {host: h, from: nobody, to: []}}`);
    expect(wrong.split('\n').length).toBeGreaterThanOrEqual(7);
  });
});
