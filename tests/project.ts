// The project, read once for all files of tests in one process: it takes a while, and none of them changes it.
import { readProject, type Project } from '../pipeline/config/project.js';

let read: Project | null = null;

/** As `readProject` gives it. */
export function theProject(): Project {
  return (read ??= readProject());
}
