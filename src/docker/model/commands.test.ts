import type { Command } from '../../core/shell/command';
import { lineFor } from '../../core/shell/render';
import { runCommand, solutionSteps } from './commands';
import { labs } from '../../../labs/index';

describe('runCommand', () => {
  it('writes the options in the order of the book', () => {
    const service = {
      image: 'mysql',
      tty: true,
      stdin_open: true,
      networks: ['net1'],
      ports: ['8085:80'],
      volumes: ['vol1:/data'],
      environment: { KEY: 'a b' },
      restart: 'always' as const,
      command: ['--flag'],
    };
    expect(lineFor('bash', runCommand('db', service))).toBe(
      "docker run --name db -dit --net=net1 -p 8085:80 -v vol1:/data -e 'KEY=a b' --restart=always mysql --flag",
    );
  });
});

describe('the commands that a lab shows', () => {
  it.each([
    [
      'ch04-lifecycle',
      ['docker run --name apa000ex1 -d httpd', 'docker stop apa000ex1', 'docker rm apa000ex1'],
    ],
    ['ch04-port', ['docker run --name apa000ex2 -d -p 8080:80 httpd']],
    ['ch04-mysql', ['docker run --name mysql000ex7 -dit -e MYSQL_ROOT_PASSWORD=myrootpass mysql']],
    ['ch04-images', ['docker image rm httpd nginx mysql']],
  ])("of %s are the book's", (id, commands) => {
    const lab = labs.find((candidate) => candidate.id === id);
    const steps = lab?.platform === 'docker' ? solutionSteps(lab) : [];
    expect(steps.map((step) => lineFor('bash', step as Command))).toEqual(commands);
  });
});
