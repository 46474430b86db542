// How Node is started for tests, and for the program as tests run it: what ends within seconds is not worth optimising.
// The flags bear on how soon code is compiled and how often memory is cleared, and on nothing that it does.
import { FLAGS } from '../pipeline/commands/v8-flags.js';

/** A fifth to a quarter of a short run's work is the compiler's, on threads of its own: it waits for what runs often. */
export const NODE_FLAGS: readonly string[] = [
  '--max-semi-space-size=64',
  '--always-sparkplug',
  ...FLAGS,
];
