import type { ContainerFacts } from '../engine/facts';
import type { DockerExercise } from '../model/exercise';
import { namelessRun } from './nameless-run';

const labOf = (services: Record<string, { image: string; ports: string[] }>) =>
  ({ platform: 'docker', id: 'x', setup: {}, solution: { services } }) as unknown as DockerExercise;
const one = labOf({ apa000ex2: { image: 'httpd', ports: ['8080:80'] } });
const several = labOf({
  apa000ex3: { image: 'httpd', ports: ['8081:80'] },
  apa000ex4: { image: 'httpd', ports: ['8082:80'] },
});

const run = (line: string, facts: Partial<ContainerFacts> = {}) =>
  ({
    name: 'happy_turing',
    image: 'httpd',
    labels: {},
    mounts: [],
    command: line.split(' '),
    ...facts,
  }) as ContainerFacts;
const typedIn = (lab: DockerExercise, name: string, ...containers: ContainerFacts[]) =>
  namelessRun(lab, name, containers)?.values['typed'];

it.each(['-p 8080:80', '-p 80:8080', '--name apa000ex2 -d', '-d'])(
  '%s after the image is told of the only container of the exercise',
  (line) => expect(typedIn(one, 'apa000ex2', run(line))).toBe(line),
);

it('of several services, that one is meant whose port was typed', () => {
  expect(typedIn(several, 'apa000ex4', run('-p 8082:80'))).toBe('-p 8082:80');
  expect(typedIn(several, 'apa000ex3', run('-p 8082:80'))).toBeUndefined();
  expect(typedIn(several, 'apa000ex3', run('-d'))).toBeUndefined();
});

it.each([
  ["another exercise's port", run('-p 8081:80')],
  ["another exercise's name", run('--name apa000ex3 -d')],
  ['another image', run('-p 8080:80', { image: 'nginx' })],
  ['a name of the book', run('-p 8080:80', { name: 'apa000ex3' })],
  ["Compose's container", run('-p 8080:80', { labels: { 'com.docker.compose.project': 'x' } })],
  ['no options', run('httpd-foreground')],
])('%s is not taken for the missing container', (_, container) => {
  expect(typedIn(one, 'apa000ex2', container)).toBeUndefined();
});

it('several tries are removed together', () => {
  const tries = [run('-p 8080:80'), run('-d', { name: 'sad_curie' })];
  expect(namelessRun(one, 'apa000ex2', tries)?.describe().remedy.commands).toEqual([
    'docker rm -f happy_turing sad_curie',
    'docker run --name apa000ex2 -d -p 8080:80 httpd',
  ]);
});
