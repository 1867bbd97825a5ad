import { remoteEngineSilent } from './other-machine';

// As Docker 20.10 and bash of Debian 12 say it.
it.each([
  [
    'Got permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
    ['sudo usermod -aG docker "$USER"'],
  ],
  [
    'permission denied while trying to connect to the docker API at unix:///var/run/docker.sock',
    ['sudo usermod -aG docker "$USER"'],
  ],
  [
    'bash: line 1: docker: command not found',
    ['sudo apt-get update && sudo apt-get install -y docker.io'],
  ],
  ['sh: 1: docker: not found', ['sudo apt-get update && sudo apt-get install -y docker.io']],
  [
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    ['sudo systemctl start docker'],
  ],
  ['no answer within 60 s', undefined],
])('an engine of another machine: %s', (said, commands) => {
  expect(remoteEngineSilent({ said }).describe().remedy.commands).toEqual(commands);
});
