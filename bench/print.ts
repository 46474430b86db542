// Figures of a bench → lines a person reads.

/** Writes one line: a name, then a figure. */
export function say(name: string, figure: string): void {
  process.stdout.write(`${name.padEnd(52)}${figure}\n`);
}

/** Milliseconds as seconds. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** The most memory this process has held, in MB. */
export function peakMemory(): string {
  return `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
}

/** The middle one of a few timings. */
export function median(timings: readonly number[]): number {
  const sorted = [...timings].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
