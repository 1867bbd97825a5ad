import type { DockerExercise } from '../model/exercise';
import type { EngineSnapshot } from '../engine/facts';
import type { Problem } from '../../core/problem';
import { containersLeft, leftOvers, together, withoutTold } from './left-over';

const [one, other] = ['a'.repeat(64), 'b'.repeat(64)] as const;
const lab = {
  platform: 'docker',
  id: 'lab',
  setup: {},
  solution: {
    networks: { apa000net1: {} },
    volumes: { apa000vol1: {} },
    services: {
      apa000ex1: { image: 'httpd', volumes: ['apa000vol1:/data', './my_folder:/pages'] },
      shop: { image: 'registry', ports: ['5000:5000'] },
    },
  },
  unnamed: ['shop'],
} as unknown as DockerExercise;

interface Given {
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly containers?: readonly object[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** An engine with these names; the first container of the exercise had mounted the first volume without a name. */
function engineWith({ volumes = [], networks = [], containers = [], labels = {} }: Given) {
  const named = (names: readonly string[]) =>
    new Map(names.map((name) => [name, { name, labels }]));
  const all = containers.map((container) => ({
    name: 'x',
    image: 'httpd',
    labels: {},
    mounts: [],
    networks: {},
    wantedPorts: [],
    ...container,
  }));
  const events = [
    { type: 'container', action: 'create', id: 'id1', attributes: { name: 'apa000ex1' } },
    { type: 'volume', action: 'mount', id: one, attributes: { container: 'id1' } },
    { type: 'volume', action: 'mount', id: other, attributes: { container: 'id2' } },
  ];
  return {
    containers: async () => new Map(all.map((container) => [container.name, container])),
    volumes: async () => named(volumes),
    networks: async () => named(networks),
    history: async () => ({ events }),
  } as unknown as EngineSnapshot;
}

const told = async (given: Given) =>
  (await leftOvers(lab, engineWith(given))).map(({ values }) => values);

it.each<[string, Given, object[]]>([
  ['a misspelt volume', { volumes: ['apa00vol1'] }, [{ kind: 'volume', names: 'apa00vol1' }]],
  ['a folder as a volume', { volumes: ['my_folder'] }, [{ kind: 'volume', names: 'my_folder' }]],
  [
    'a misspelt network',
    { networks: ['aapa000net1'] },
    [{ kind: 'network', names: 'aapa000net1' }],
  ],
  ['a volume that its container had', { volumes: [one, other] }, [{ kind: 'volume', names: one }]],
])('%s is named', async (_title, given, expected) => {
  expect(await told(given)).toEqual(expected);
});

it.each<[string, Given]>([
  ["the exercise's own", { volumes: ['apa000vol1'], networks: ['apa000net1'] }],
  ["another exercise's", { volumes: ['apa000vol2'], networks: ['apa000net3'] }],
  ['what a tool has made', { volumes: ['apa00vol1'], labels: { 'dkkb.lab': 'lab' } }],
  [
    'what is in use',
    {
      volumes: ['apa00vol1', one],
      containers: [{ mounts: [{ type: 'volume', source: 'apa00vol1' }, { source: one }] }],
    },
  ],
  ['what has another name', { volumes: ['data'], networks: ['bridge'] }],
])('%s is not named', async (_title, given) => {
  expect(await told(given)).toEqual([]);
});

it('what a command of a problem removes is not named again', async () => {
  const notes = await leftOvers(
    lab,
    engineWith({ volumes: ['apa00vol1', 'my_folder'], networks: ['aapa000net1'] }),
  );
  const problem = (...commands: string[]) =>
    ({ describe: () => ({ remedy: { commands } }) }) as unknown as Problem;
  const left = (...problems: Problem[]) =>
    withoutTold(notes, problems).map(({ values }) => values['names']);
  expect(left()).toEqual(['aapa000net1', 'my_folder, apa00vol1']);
  expect(left(problem('docker volume rm apa00vol1'))).toEqual(['aapa000net1', 'my_folder']);
  expect(
    left(problem('docker volume rm apa00vol1 my_folder', 'docker network rm aapa000net1')),
  ).toEqual([]);
  expect(left(problem('docker run -v apa00vol1:/data httpd'))).toHaveLength(2);
});

it('containers that were meant are named together, and removed by one command', async () => {
  const containers = [
    { name: 'apa000ex01' },
    { name: 'keen_bell', image: 'registry:2', wantedPorts: [{ host: 5001, container: 5000 }] },
    { name: 'mine' },
  ];
  const notes = together(await containersLeft(lab, engineWith({ containers }), new Set()));
  expect(notes.map(({ values }) => values['names'])).toEqual(['apa000ex01, keen_bell']);
  expect(notes[0]?.describe().remedy.commands).toEqual([
    'docker container rm -f apa000ex01 keen_bell',
  ]);
});
