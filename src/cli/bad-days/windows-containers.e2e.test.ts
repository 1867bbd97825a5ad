import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { tell } from '../../../testbed/labs/answers';
import { Output } from '../../../testbed/programs/output';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
});
afterAll(() => engine.reset());

// Stands in for Docker Desktop in the mode of Windows: the real engine, whose answers name the other system.
const standIn = `
const http = require('http');
http.createServer((question, answer) => {
  const { method, url, headers } = question;
  const asked = http.request({ socketPath: process.argv[1], method, path: url, headers }, (told) => {
    answer.writeHead(told.statusCode, { ...told.headers, ostype: 'windows' });
    told.pipe(answer);
  });
  asked.on('error', () => answer.destroy());
  answer.on('close', () => asked.destroy());
  question.pipe(asked);
}).listen(2375, '127.0.0.1', () => console.log('listens'));`;

it.each(['check ch04-port', 'up ch04-port', 'solve ch04-port', 'down ch04-port', 'doctor'])(
  '%s says how to leave the mode of Windows containers, in the form of the shell',
  async (line) => {
    const server = engine.spawn(process.execPath, [
      '-e',
      standIn,
      engine.host.replace('unix://', ''),
    ]);
    await new Output(server).next(/listens/);
    const env = { DOCKER_HOST: 'tcp://127.0.0.1:2375' };
    const { code, stdout, problem } = await tell(engine, `${line} --shell powershell`, { env });
    server.kill();
    expect(code).toBe(3);
    expect(stdout).toContain('"windows-containers"');
    const command = `& "C:\\Program Files\\Docker\\Docker\\DockerCli.exe" -SwitchLinuxEngine`;
    expect(stdout).toContain(JSON.stringify(command).slice(1, -1));
    if (line !== 'doctor') expect(problem?.code).toBe('windows-containers');
  },
);
