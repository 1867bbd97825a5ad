import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { PretendWindows } from '../../../testbed/programs/pretend-windows';

// Recorded after documentation and reports of readers; nothing of it was run on Windows.
const machine = (facts: object) =>
  JSON.stringify({
    edition: 'Microsoft Windows 11 Home',
    build: 22631,
    memory: 17_012_805_632,
    hypervisor: false,
    firmware: true,
    ...facts,
  });
const noWsl =
  'Linux용 Windows 하위 시스템이 설치되어 있지 않습니다. ‘wsl.exe --install’을 실행하여 설치할 수 있습니다.\r\n';
const wsl = 'WSL 버전: 2.3.26.0\r\n커널 버전: 5.15.167.4-1\r\n';

let engine: Engine;
let windows: PretendWindows;
let count = 0;
beforeAll(async () => {
  engine = await useEngine();
});
beforeEach(() => (windows = new PretendWindows(join(engine.home, `windows-${(count += 1)}`))));
afterAll(() => engine.reset());

async function dkkb(line: string | readonly string[], more: readonly string[] = []) {
  const { words, env } = windows.dkkb(typeof line === 'string' ? line.split(' ') : line);
  const own = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const settings = [...own, ...more];
  const { code, stdout, stderr } = await engine.exec('env', [...settings, ...words]);
  const codes = [...`${stdout}${stderr}`.matchAll(/\[([a-z]+(?:-[a-z]+)+)\]/g)];
  return { code, text: `${stdout}${stderr}`, codes: codes.map(([, told]) => told) };
}

it.each(['start', 'doctor'])(
  '%s says what stands in the way of Docker Desktop, and how to get it',
  async (line) => {
    windows.answers('powershell', { text: machine({ firmware: false, memory: 4e9 }) });
    windows.answers('wsl', { code: 1, text: noWsl, encoding: 'utf16le' });
    const { code, codes, text } = await dkkb(`${line} --lang ko`);
    expect(code).toBe(3);
    expect(codes.slice(0, 4)).toEqual([
      'virtualization-off',
      'memory-low',
      'wsl-missing',
      'docker-desktop-missing',
    ]);
    expect(text).toContain('winget install -e --id Docker.DockerDesktop');
    expect(text).not.toMatch(/install-docker|apt-get|sudo/);
  },
);

it('names Docker Desktop alone where nothing stands in its way', async () => {
  windows.answers('powershell', { text: machine({}) });
  windows.answers('wsl', { text: wsl, encoding: 'utf16le' });
  expect((await dkkb('start')).codes).toEqual(['docker-desktop-missing']);
});

it('check app-windows tells what Windows says of itself, and what to do', async () => {
  windows.answers('powershell', { text: machine({ version: '23H2', bits: 64, firmware: false }) });
  windows.answers('wsl', { code: 1, text: noWsl, encoding: 'utf16le' });
  const { code, codes, text } = await dkkb('check app-windows --lang ko');
  expect({ code, codes }).toEqual({ code: 3, codes: ['virtualization-off', 'wsl-missing'] });
  expect(text).toContain('Windows 11 Home 23H2 (빌드 22631), 64비트');
  expect(text).toContain('메모리: 15.8 GiB, 가상화: 꺼짐');
  expect(text).toContain('wsl --install --no-distribution');
});

it('names nothing that it was not told', async () => {
  windows.answers('powershell', { text: 'Get-CimInstance : 액세스가 거부되었습니다.', code: 1 });
  windows.answers('wsl', { text: wsl });
  expect((await dkkb('start')).codes).toEqual(['docker-desktop-missing']);
});

it('asks for a new terminal where Docker Desktop is there and its programs are not found', async () => {
  windows.installsDesktop();
  for (const line of ['start', 'doctor'])
    expect((await dkkb(line)).codes[0]).toBe('terminal-too-old');
});

it('says why an engine that is installed does not run', async () => {
  windows.installsDesktop();
  windows.link('docker');
  windows.answers('powershell', { text: machine({}) });
  windows.answers('wsl', { code: 1, text: noWsl, encoding: 'utf16le' });
  await engine.sh('mkdir -p empty');
  const config = `DOCKER_CONFIG=${join(engine.home, 'empty')}`;
  const { codes } = await dkkb('doctor', ['DOCKER_HOST=', 'DOCKER_CONTEXT=desktop-linux', config]);
  expect(codes.slice(0, 2)).toEqual(['wsl-missing', 'engine-not-running']);
});

it.each([
  ['cmd', 'ren com_folder\\docker-compose.yml.txt docker-compose.yml'],
  ['powershell', 'Rename-Item com_folder/docker-compose.yml.txt docker-compose.yml'],
])('names a hidden ending, and the command that renames the file in %s', async (shell, command) => {
  windows.link('docker');
  const dir = join(engine.home, `도커 실습 ${shell}`);
  mkdirSync(join(dir, 'com_folder'), { recursive: true });
  writeFileSync(join(dir, 'com_folder', 'docker-compose.yml.txt'), 'services: {}\n');
  const words = ['check', 'ch07-compose-file', '--dir', dir, '--lang', 'ko', '--shell', shell];
  const { code, text, codes } = await dkkb(words);
  expect({ code, codes }).toMatchObject({ code: 1, codes: ['compose-file-missing'] });
  expect(text).toMatch(/파일 탐색기는 이름 끝의 `\.txt` 부분을 숨기고/);
  expect(text).toContain(command);
});

it('never starts a bash: that of WSL is another machine', async () => {
  windows.answers('bash', { text: 'started' });
  windows.answers('powershell', { text: machine({}) });
  windows.answers('wsl', { text: wsl });
  for (const line of ['start', 'images build httpd']) {
    const { code, text } = await dkkb(line);
    expect(code).toBe(3);
    expect(text).not.toContain('started');
  }
});

it.each(['up ch04-port', 'doctor'])(
  '%s names a range of ports that Windows keeps',
  async (line) => {
    await engine.docker('pull', '--quiet', 'httpd');
    windows.link('docker');
    windows.answers('netsh', {
      text: '프로토콜 tcp\r\n\r\n      8004        8103\r\n\r\n* - x\r\n',
    });
    const { code, codes, text } = await dkkb(`${line} --lang ko --shell cmd`);
    expect(code).toBe(3);
    expect(codes).toContain('port-reserved');
    expect(text).toContain('8004-8103');
    expect(text).toContain('net stop winnat');
  },
);
