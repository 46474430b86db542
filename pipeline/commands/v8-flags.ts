// Node, told to optimise less: what ends within a minute gains nothing from code that is compiled for hours of work.
import { setFlagsFromString } from 'node:v8';

/**
 * A quarter of a pack's work was the compiler's. These bear on how soon code is worth compiling, and how much of what
 * it calls is compiled into it: on nothing that the code does. A Node that does not know one says so and goes on.
 */
export const FLAGS = [
  '--interrupt-budget=400000',
  '--max-inlined-bytecode-size-cumulative=200',
] as const;

for (const flag of FLAGS) setFlagsFromString(flag);
