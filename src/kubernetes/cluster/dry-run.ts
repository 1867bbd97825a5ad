import { setTimeout as delay } from 'node:timers/promises';
import type { Finished } from '../../core/machine/process';
import { kubectlRaw } from './kubectl';
import type { ClusterTarget } from './target';

/** What the server has accepted, by path: asked once, over several looks. */
export type AcceptedFiles = Map<string, { readonly content: string; readonly answer: Finished }>;

/** What the server says of a file of that content without carrying it out. */
export type DryRun = (path: string, content: string) => Promise<Finished>;

/** How many milliseconds files are collected for one question, since the checks of several labs run side by side. */
const gathering = 15;

/** Asks the server about several files with one command; when one of them is refused, about each alone. */
export function dryRunner(target: ClusterTarget, accepted: AcceptedFiles): DryRun {
  const ask = (...paths: string[]) =>
    kubectlRaw(target, ['apply', '--dry-run=server', ...paths.flatMap((path) => ['-f', path])]);
  const asked = new Map<string, Promise<Finished>>();
  let group: { readonly paths: string[]; readonly answer: Promise<Finished> } | undefined;
  const gather = (path: string) => {
    group ??= { paths: [], answer: delay(gathering).then(() => askGroup()) };
    group.paths.push(path);
    return group;
  };
  const askGroup = () => {
    const paths = group?.paths ?? [];
    group = undefined;
    return ask(...paths);
  };
  const askOnce = async (path: string, content: string) => {
    const { paths, answer } = gather(path);
    const all = await answer;
    const own = all.code === 0 || paths.length === 1 ? all : await ask(path);
    if (own.code === 0) accepted.set(path, { content, answer: own });
    return own;
  };
  return async (path, content) => {
    const known = accepted.get(path);
    if (known?.content === content) return known.answer;
    const key = `${path} ${content}`;
    const answer = asked.get(key) ?? askOnce(path, content);
    asked.set(key, answer);
    return answer;
  };
}
