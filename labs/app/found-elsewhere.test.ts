import { notOnEc2 } from '../../src/computer/problems/ec2';
import { releases } from '../../src/computer/recorded.fixture';
import { found, linux, mac, type Answers } from './found.fixture';

it.each([
  ['app-windows', 'macos', mac(), 'lab-of-other-system', 'dkkb check app-macos'],
  ['app-macos', 'debian', linux(), 'lab-of-other-system', 'dkkb check app-linux-docker'],
  ['app-linux-docker', 'macos', mac(), 'lab-of-other-system', 'dkkb check app-macos'],
  [
    'app-windows',
    'wsl',
    linux({ uname: 'Linux 5.15.167.4-microsoft-standard-WSL2 x86_64' }),
    'terminal-of-wsl',
    undefined,
  ],
] as const)(
  '%s on %s names the system and the lab for it',
  async (id, system, answers, code, command) => {
    const { status, codes, commands } = await found(id, system, answers);
    expect({ status, codes, commands }).toEqual({
      status: 'unknown',
      codes: [code],
      commands: command ? [command] : [],
    });
  },
);

it('words about a Mac that SSH reaches are for a Mac', async () => {
  const { codes: missing } = await found('app-macos', 'debian', mac());
  expect(missing).toEqual(['docker-desktop-missing']);
  const { codes, commands } = await found('app-linux-docker', 'macos', {
    ...linux({ release: releases.fedora }),
  });
  expect({ codes, commands }).toEqual({
    codes: ['program-missing'],
    commands: ['sudo dnf install moby-engine docker-compose'],
  });
});

it('the shell of another machine without nano fails with nano-missing', async () => {
  const { codes } = await found('app-nano', 'debian', { ...linux(), nano: { code: 127 } }, 1);
  expect(codes).toEqual(['nano-missing']);
});

it('what was looked at and this computer have two names', () => {
  const { message, remedy } = notOnEc2({ found: 'Debian GNU/Linux 13' }).describe();
  expect(message.ko).toContain('확인한 컴퓨터의 시스템: Debian');
  expect(message.ko).not.toContain('이 컴퓨터');
  expect(remedy.ko).toContain('이 컴퓨터의 프로젝트 폴더');
});

describe('app-kubectl and app-minikube', () => {
  const client =
    '{"clientVersion":{"gitVersion":"v1.32.4"},"serverVersion":{"gitVersion":"v1.27.3"}}';
  const kubectl = { 'kubectl version': { stdout: client } };
  const version = { 'minikube version': { stdout: '{"minikubeVersion":"v1.35.0"}' } };
  const status = (host: string, code: number): Answers => ({
    'minikube status': { code, stdout: JSON.stringify({ Host: host, APIServer: host }) },
  });

  /** What the shell of a machine that SSH reaches says. */
  const noProgram = (name: string): Answers => ({
    [name]: { code: 127, stderr: `bash: line 1: ${name}: command not found` },
  });

  it.each<[string, string, Answers, string[]]>([
    ['app-kubectl', 'no kubectl', {}, ['program-missing']],
    ['app-kubectl', 'no kubectl behind a shell', noProgram('kubectl'), ['program-missing']],
    ['app-kubectl', 'a kubectl that hangs', { kubectl: 'hangs' }, ['program-not-answering']],
    ['app-minikube', 'no Minikube', {}, ['minikube-missing']],
    ['app-minikube', 'no Minikube behind a shell', noProgram('minikube'), ['minikube-missing']],
    [
      'app-minikube',
      'a cluster that is stopped',
      { ...version, ...status('Stopped', 7) },
      ['minikube-stopped'],
    ],
    ['app-minikube', 'no cluster', { ...version, ...status('', 85) }, ['minikube-stopped']],
  ])('%s cannot tell with %s', async (id, _, answers, codes) => {
    const result = await found(id, 'debian', { ...linux(), ...answers });
    expect(result).toMatchObject({ status: 'unknown', codes });
  });

  it('without kubectl, the script that installs it is printed', async () => {
    const { commands } = await found('app-kubectl', 'debian', linux());
    expect(commands).toContain('sudo bash scripts/install-kubectl.sh');
  });

  it('without Minikube there, no line is printed that needs the folder of this project', async () => {
    const { codes, commands } = await found('app-minikube', 'debian', linux());
    expect({ codes, commands }).toEqual({ codes: ['minikube-missing'], commands: [] });
  });

  it('notes that kubectl and the cluster are far apart', async () => {
    // The cluster itself is asked in a test with a real one.
    const { notes, told: facts } = await found('app-kubectl', 'debian', kubectl, 1);
    expect(notes).toEqual(['kubectl-skew']);
    expect(facts).toEqual(['kubectl v1.32.4', 'The cluster v1.27.3']);
  });
});
