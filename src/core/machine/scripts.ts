import { runInTerminal } from './process';

/** Runs a script on the user's terminal as root, by sudo where this process is not; returns its exit code. */
export function runAsRoot(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) return runInTerminal('bash', [script, ...args], { env });
  const words = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return runInTerminal('sudo', ['env', ...words, 'bash', script, ...args]);
}
