// The name of a module → the URL that a worker thread can be started from, compiled or from source.

/**
 * The URL of the module `name` in the same folder as the module `here` (its `import.meta.url`). Compiled, it is the
 * module itself. From source it is a data URL that registers `tsx` and then imports the module, because a worker does
 * not inherit the loader with which the command line or a test runner reads TypeScript.
 */
export function workerUrl(here: string, name: string): URL {
  if (!here.endsWith('.ts')) return new URL(`./${name}.js`, here);
  const loader = import.meta.resolve('tsx/esm/api');
  const module = new URL(`./${name}.ts`, here).href;
  const lines = `import { register } from '${loader}'; register(); await import('${module}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(lines)}`);
}
