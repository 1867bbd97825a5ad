import { execFileSync } from 'node:child_process';
import { join, posix } from 'node:path';

import { repository } from './programs/paths';

/** For each room, one of its files and the rooms that it may import. The list is repeated here, so that a loosened rule makes a test fail. */
const rooms: Readonly<Record<string, readonly [file: string, knows: readonly string[]]>> = {
  core: ['src/core/text.ts', []],
  docker: ['src/docker/lab.ts', ['core']],
  kubernetes: ['src/kubernetes/lab.ts', ['core']],
  computer: ['src/computer/grade.ts', ['core', 'docker', 'kubernetes']],
  vm: ['src/vm/user-data.ts', ['core']],
  labs: ['labs/lab.ts', ['core', 'docker', 'kubernetes', 'computer', 'vm']],
  images: ['src/images/mirror.ts', ['core', 'docker']],
  platforms: ['src/platforms/open.ts', ['core', 'docker', 'kubernetes', 'computer', 'vm', 'labs']],
  doctor: ['src/doctor/examine.ts', ['core', 'docker', 'kubernetes', 'computer', 'labs', 'images']],
  class: ['src/class/session.ts', ['core', 'vm', 'labs', 'platforms']],
  charts: ['charts/synth.ts', ['core', 'docker', 'kubernetes', 'labs']],
  stacks: ['stacks/synth.ts', ['core', 'docker', 'vm', 'labs', 'class']],
};

/** Inside a platform, each room may import those before it. */
const inside = {
  docker: ['model/lab', 'problems/http', 'engine/engine', 'checks/http', 'verbs/solve'],
  kubernetes: ['model/lab', 'problems/service', 'cluster/cluster', 'checks/gone', 'verbs/solve'],
};

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly isAllowed: boolean;
}

const beyond: readonly Arrow[] = Object.entries(rooms).flatMap(([name, [from, knows]]) =>
  [...Object.entries(rooms), ['cli', ['src/cli/program/program.ts', []]] as const]
    .filter(([other]) => other !== name)
    .map(([other, [to]]) => ({ from, to, isAllowed: knows.includes(other) })),
);

const within: readonly Arrow[] = Object.entries(inside).flatMap(([platform, order]) =>
  order.flatMap((room, at) =>
    order
      .filter((other) => other !== room)
      .map((other) => ({
        from: `src/${platform}/${room}.ts`,
        to: `src/${platform}/${other}.ts`,
        isAllowed: order.indexOf(other) < at,
      })),
  ),
);

const arrows = [...beyond, ...within];

interface Linted {
  readonly file: string;
  readonly text: string;
  readonly rule: string;
}

/** The lines on which a rule refuses something in a text that would stand in that file. */
function linesRefused(texts: readonly Linted[]): number[][] {
  const told = execFileSync(process.execPath, [join(repository, 'testbed', 'rooms.mjs')], {
    cwd: repository,
    encoding: 'utf8',
    input: JSON.stringify(texts),
  });
  return JSON.parse(told) as number[][];
}

/** A file that imports another as a value, as a type, and by a dynamic import, each on its line. */
function importing({ from, to }: Arrow): Linted {
  const path = posix.relative(posix.dirname(from), to).replace(/\.ts$/, '');
  const spec = path.startsWith('.') ? path : `./${path}`;
  const text = [
    `import * as all from '${spec}';`,
    `import type { One } from '${spec}';`,
    `void all; void import('${spec}'); export type { One };`,
  ].join('\n');
  return { file: from, text, rule: 'import-x/no-restricted-paths' };
}

/** `failure.ts` imports `bounds.ts`, and these lines import it back. */
const circle: Linted = {
  file: 'src/core/answers/bounds.ts',
  text: "import { Failure } from '../failure';\nvoid Failure;",
  rule: 'import-x/no-cycle',
};

const refused = linesRefused([circle, ...arrows.map(importing)]);

it('refuses two files that import each other', () => {
  expect(refused[0]).toEqual([1]);
});

it.each(arrows.map((arrow, index) => [arrow.from, arrow.to, arrow.isAllowed, index] as const))(
  '%s may import %s: %s, for values, types and dynamic imports',
  (_from, _to, isAllowed, index) => {
    expect(refused[index + 1]).toEqual(isAllowed ? [] : [1, 2, 3]);
  },
);
