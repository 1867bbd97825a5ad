import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { tell, type Told } from '../../../testbed/labs/answers';
import { Output } from '../../../testbed/programs/output';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
});
afterAll(() => engine.reset());

// Stands in for another engine: the real one, whose answers have one header of the other's.
const standIn = `
const http = require('http');
const [socket, header, value] = process.argv.slice(1);
http.createServer((question, answer) => {
  const { method, url, headers } = question;
  const asked = http.request({ socketPath: socket, method, path: url, headers }, (told) => {
    answer.writeHead(told.statusCode, { ...told.headers, [header]: value });
    told.pipe(answer);
  });
  asked.on('error', () => answer.destroy());
  answer.on('close', () => asked.destroy());
  question.pipe(asked);
}).listen(2375, '127.0.0.1', () => console.log('listens'));`;

/** What a command says while the engine's answers have that header. */
async function saidOf(line: string, header: string, value: string): Promise<Told> {
  const socket = engine.host.replace('unix://', '');
  const server = engine.spawn(process.execPath, ['-e', standIn, socket, header, value]);
  await new Output(server).next(/listens/);
  const told = await tell(engine, line, { env: { DOCKER_HOST: 'tcp://127.0.0.1:2375' } });
  server.kill();
  return told;
}

const lines = ['check ch04-port', 'up ch04-port', 'solve ch04-port', 'down ch04-port', 'doctor'];

it.each(lines)(
  '%s says how to leave the mode of Windows containers, in the form of the shell',
  async (line) => {
    const { code, stdout, problem } = await saidOf(
      `${line} --shell powershell`,
      'ostype',
      'windows',
    );
    expect(code).toBe(3);
    expect(stdout).toContain('"windows-containers"');
    const command = `& "C:\\Program Files\\Docker\\Docker\\DockerCli.exe" -SwitchLinuxEngine`;
    expect(stdout).toContain(JSON.stringify(command).slice(1, -1));
    if (line !== 'doctor') expect(problem?.code).toBe('windows-containers');
  },
);

it.each(lines)('%s says that Podman answers, and how to go back to Docker', async (line) => {
  const { code, stdout, problem } = await saidOf(line, 'libpod-api-version', '5.2.1');
  expect(code).toBe(3);
  expect(stdout).toContain('"podman-instead-of-docker"');
  expect(stdout).toContain('unset DOCKER_HOST');
  if (line !== 'doctor') expect(problem?.values).toMatchObject({ version: '5.2.1' });
});

/** A program \`docker\` that is Podman, as the package podman-docker makes it. */
const podman = `#!/bin/sh
echo 'Emulate Docker CLI using podman. Create /etc/containers/nodocker to quiet msg.' >&2
case "$1" in
  --version) echo 'podman version 4.9.3' ;;
  version) printf 'Client:       Podman Engine\\nVersion:      4.9.3\\n' ;;
  *) echo 'Error: unrecognized command' >&2; exit 125 ;;
esac
`;

it.each(['check ch03-terminal', 'check ch04-commands', 'check ch04-port', 'doctor'])(
  '%s says that the program is Podman',
  async (line) => {
    const bin = join(engine.home, 'podman-bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'docker'), podman, { mode: 0o755 });
    const PATH = `${bin}:${engine.env['PATH'] ?? process.env['PATH'] ?? ''}`;
    const env = { PATH, DOCKER_HOST: 'unix:///nowhere.sock' };
    const { code, stdout } = await tell(engine, line, { env });
    expect(code).toBe(3);
    expect(stdout).toContain('"podman-instead-of-docker"');
  },
);
