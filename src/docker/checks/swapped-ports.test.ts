import type { ContainerFacts } from '../engine/facts';
import type { DockerExercise } from '../model/exercise';
import { swappedPorts } from './swapped-ports';

const lab = {
  platform: 'docker',
  id: 'lab',
  setup: {},
  solution: {
    services: Object.fromEntries(
      [1, 2, 3].map((n) => [`web${n}`, { image: 'httpd', ports: [`808${n}:80`] }]),
    ),
  },
} as unknown as DockerExercise;

/** Containers by their names, each with the host port that it was asked for; 0 for none. */
function containers(...ports: readonly number[]): Map<string, ContainerFacts> {
  const all = ports.map((host, at) => {
    const wantedPorts = host ? [{ address: '', host, container: 80, protocol: 'tcp' }] : [];
    return { name: `web${at + 1}`, wantedPorts, mounts: [] } as unknown as ContainerFacts;
  });
  return new Map(all.map((one) => [one.name, one]));
}

it.each([
  ['two', [8082, 8081, 8083], 'web1, web2'],
  ['three', [8082, 8083, 8081], 'web1, web2, web3'],
])('%s containers with each other’s ports are one problem', (_title, ports, named) => {
  const problem = swappedPorts(lab, 'web1', containers(...ports));
  expect(problem).toMatchObject({ code: 'ports-swapped', values: { containers: named } });
  expect(swappedPorts(lab, 'web2', containers(...ports))?.values).toEqual(problem?.values);
  const [remove, ...runs] = problem?.describe().remedy.commands ?? [];
  expect(remove).toBe(`docker rm -f ${named.replaceAll(',', '')}`);
  expect(runs).toHaveLength(named.split(', ').length);
});

it.each([
  ['the right ports', [8081, 8082, 8083]],
  ['a port that is none of theirs', [9000, 8082, 8083]],
  ['the same port twice', [8082, 8082, 8083]],
  ['a port of one that has none', [8082, 0, 8083]],
])('%s are not swapped', (_title, ports) => {
  expect(swappedPorts(lab, 'web1', containers(...ports))).toBeUndefined();
});
