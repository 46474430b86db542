// What a sample folder says of itself: that nobody in it is real.

/** The short notice that lies in every sample folder. */
export const SYNTHETIC = [
  'SYNTHETIC',
  '',
  'Every child, name, date, offence and outcome in this folder is invented.',
  'No row describes a real person. Any likeness is chance.',
  '',
].join('\n');
