// What was typed → what a service declares of itself: settings, schedule, history. It loads nothing that does jobs.
import { dirname, join, resolve } from 'node:path';
import { bankHolidaysFile, projectFolder } from '../config/project.js';
import { readSchedule, type Schedule } from '../schedule/declaration.js';
import { openHistory, type RunHistory } from '../schedule/history.js';
import { readBankHolidays, type BankHolidays } from '../schedule/working-days.js';
import { readSettings, type Settings } from '../config/settings.js';
import type { Arguments } from './arguments.js';
import { settingsFile } from './service-settings.js';

/** What a service declares of itself, read once. */
export interface Service {
  /** The project's folder. */
  readonly folder: string;
  readonly file: string;
  readonly settings: Settings;
  readonly schedule: Schedule;
  readonly holidays: BankHolidays;
  readonly history: RunHistory;
}

/** Reads the settings and the schedule beside them. Throws `Stopped` with what is wrong in either. */
export function readService({
  settings,
  schedule,
}: Pick<Arguments, 'settings' | 'schedule'>): Service {
  const folder = projectFolder();
  const file = resolve(settingsFile(settings, folder));
  const declared = readSchedule(resolve(schedule ?? join(dirname(file), 'schedule.yaml')));
  return {
    folder,
    file,
    settings: readSettings(file),
    schedule: declared,
    holidays: readBankHolidays(bankHolidaysFile(folder)),
    history: openHistory(declared.history),
  };
}
