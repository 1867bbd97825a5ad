import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { repository } from './programs/paths';

/** For each room, one of its files and the rooms that it may import. The list is repeated here, so that a loosened rule makes a test fail. */
const rooms: Readonly<Record<string, readonly [file: string, knows: readonly string[]]>> = {
  core: ['src/core/text.ts', []],
  docker: ['src/docker/lab.ts', ['core']],
  kubernetes: ['src/kubernetes/lab.ts', ['core']],
  labs: ['labs/lab.ts', ['core', 'docker', 'kubernetes']],
  images: ['src/images/mirror.ts', ['core', 'docker']],
  platforms: ['src/platforms/open.ts', ['core', 'docker', 'kubernetes', 'labs']],
  doctor: ['src/doctor/examine.ts', ['core', 'docker', 'kubernetes', 'labs', 'images']],
  class: ['src/class/session.ts', ['core', 'labs', 'platforms']],
  charts: ['charts/synth.ts', ['core', 'docker', 'kubernetes', 'labs']],
  stacks: ['stacks/synth.ts', ['core', 'docker', 'labs', 'class']],
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
const pairs = JSON.stringify(arrows.map(({ from, to }) => ({ from, to })));
const refused = JSON.parse(
  execFileSync(process.execPath, [join(repository, 'testbed', 'rooms.mjs'), pairs], {
    cwd: repository,
    encoding: 'utf8',
  }),
) as string[][];

it.each(arrows.map((arrow, index) => [arrow.from, arrow.to, arrow.isAllowed, index] as const))(
  '%s may import %s: %s, for values, types and dynamic imports',
  (_from, _to, isAllowed, index) => {
    expect(refused[index]).toEqual(isAllowed ? [] : ['value', 'type', 'later']);
  },
);
