// The name of a module → what a thread can be started from, compiled or from source.

/**
 * Where a thread finds the module `name` that lies beside the module `here` (its `import.meta.url`). Compiled, that is
 * the module. From source it is a line that registers `tsx` and then imports the module, because a thread does not
 * inherit the loader that the command line or a test runner reads TypeScript with.
 */
export function workerUrl(here: string, name: string): URL {
  if (!here.endsWith('.ts')) return new URL(`./${name}.js`, here);
  const loader = import.meta.resolve('tsx/esm/api');
  const module = new URL(`./${name}.ts`, here).href;
  const lines = `import { register } from '${loader}'; register(); await import('${module}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(lines)}`);
}
