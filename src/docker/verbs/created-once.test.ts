import { networkMissing } from '../problems/network';
import { createdOnce } from './created-once';

const commandsOf = (names: readonly string[], network: string) =>
  createdOnce(names.map((name) => networkMissing({ name, network }))).map(
    (problem) => problem.describe().remedy.commands,
  );

it('a network that two containers need is created by the first remedy only', () => {
  expect(commandsOf(['one', 'two'], 'net')).toEqual([
    ['docker network create net', 'docker network connect net one'],
    ['docker network connect net two'],
  ]);
});

it('two networks are both created', () => {
  const problems = ['net1', 'net2'].map((network) => networkMissing({ name: 'one', network }));
  expect(createdOnce(problems)).toEqual(problems);
});
