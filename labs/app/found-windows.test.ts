import { windowsAnswer } from '../../src/computer/recorded.fixture';
import { docker, found, type Answers } from './found.fixture';

describe('app-windows', () => {
  const list = '  NAME STATE VERSION\r\n* Ubuntu  Running  2\r\n  docker-desktop  Running  2\r\n';
  const wsl = {
    'wsl --version': { stdout: 'WSL version: 2.3.26.0\r\nKernel version: 5.15.167.4-1\r\n' },
    'wsl --list': { stdout: Buffer.from(list, 'utf16le').toString() },
  };
  const pc = (more = {}): Answers => ({ powershell: { stdout: windowsAnswer(more) }, ...wsl });
  const desktop = docker({ platform: 'Docker Desktop 4.43.2 (199162)' }, 'desktop-linux');

  it('passes where an engine answers, and tells what was found', async () => {
    const { status, told: facts } = await found('app-windows', 'windows', { ...pc(), ...desktop });
    expect(status).toBe('passed');
    expect(facts).toEqual([
      'Windows 11 Home 23H2 (build 22631), 64-bit, amd64',
      'Memory: 15.8 GiB, virtualization: on',
      'WSL 2.3.26.0, distributions: Ubuntu (version 2, the default), docker-desktop (version 2)',
      'The docker client 28.3.2',
      'The engine 28.3.2: Docker Desktop',
    ]);
  });

  it('passes where Windows tells nothing and an engine answers', async () => {
    const silent: Answers = {
      powershell: 'hangs',
      'wsl --version': { stdout: '\uFFFD' },
      ...desktop,
    };
    // Only the computer that this runs on can be known without its PowerShell.
    expect(await found('app-windows', 'windows', silent)).toMatchObject({
      codes: ['system-untold'],
    });
    const old: Answers = { ...pc({ build: 19041, firmware: false }), ...desktop };
    expect(await found('app-windows', 'windows', old)).toMatchObject({ status: 'passed' });
  });

  it.each<[string, Answers, string[], string[]]>([
    [
      'the firmware has virtualization switched off',
      pc({ firmware: false }),
      ['virtualization-off'],
      [],
    ],
    ['Windows has 32 bits', pc({ bits: 32 }), ['system-too-narrow'], []],
    ['Windows is too old', pc({ build: 19044, version: '21H2' }), ['windows-too-old'], []],
    [
      'WSL is missing',
      { powershell: { stdout: windowsAnswer() } },
      ['wsl-missing'],
      ['wsl --install --no-distribution'],
    ],
    [
      'Docker Desktop is missing',
      pc(),
      ['docker-desktop-missing'],
      ['winget install -e --id Docker.DockerDesktop'],
    ],
    [
      'the engine is set to Windows containers',
      { ...pc(), ...docker({ os: 'windows', platform: 'Docker Desktop 4.43.2 (199162)' }) },
      ['windows-containers'],
      [expect.stringContaining('-SwitchLinuxEngine') as string],
    ],
  ])('cannot tell where %s, and says what to do', async (_, answers, codes, commands) => {
    const result = await found('app-windows', 'windows', answers);
    expect(result).toMatchObject({ status: 'unknown', codes, commands });
  });

  it('notes a distribution of WSL 1, and how to turn it into WSL 2', async () => {
    const old = { 'wsl --list': { stdout: '* Ubuntu  Stopped  1\r\n' } };
    const result = await found('app-windows', 'windows', { ...pc(), ...old, ...desktop });
    expect(result).toMatchObject({
      status: 'passed',
      notes: ['wsl-distribution-old'],
      commands: ['wsl --set-version Ubuntu 2'],
    });
  });
});
