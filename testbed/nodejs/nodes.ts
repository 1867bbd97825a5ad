import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, repository } from '../programs/paths';

const list = readFileSync(join(repository, 'testbed', 'parts', 'nodes.txt'), 'utf8')
  .trim()
  .split('\n');

/** The newest Node.js of a line, with an npm that its users have. */
export interface NodeLine {
  readonly line: string;
  readonly node: string;
  readonly npm: string;
  /** The folder of `node`, `npm` and `npx`, as in a user's PATH. */
  readonly bin: string;
}

const versionOf = (line: string, name: RegExp): string => {
  const [, , version] =
    list.map((text) => text.split(' ')).find(([of, what = '']) => of === line && name.test(what)) ??
    [];
  if (version === undefined) throw new Error(`nodes.txt has no ${String(name)} of line ${line}`);
  return version;
};

/** The lines of Node.js with which the product is tested, the oldest first. */
export const nodeLines: readonly NodeLine[] = [
  ...new Set(list.map((text) => text.split(' ', 1).join())),
].map((line) => ({
  line,
  node: versionOf(line, /^node-/),
  npm: versionOf(line, /^npm$/),
  bin: join(cache, 'node', line, 'bin'),
}));
