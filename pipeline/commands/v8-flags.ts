// Node, told to optimise less: what ends within a minute gains nothing from code that is compiled for hours of work.
import { setFlagsFromString } from 'node:v8';

/**
 * On Node 20 a quarter of a pack's work was the compiler's. These bear on how soon code is worth compiling, and how much
 * of what it calls is compiled into it: on nothing that the code does. Later releases do not know the first, and a pack
 * takes them no less time with the second.
 */
export const FLAGS: readonly string[] = process.versions.node.startsWith('20.')
  ? ['--interrupt-budget=400000', '--max-inlined-bytecode-size-cumulative=200']
  : [];

for (const flag of FLAGS) setFlagsFromString(flag);
