import { windowsAnswer } from '../recorded.fixture';
import { systemLine } from '../words';
import { machineIn, windowsFacts } from './windows';
import { wslIn } from './wsl';

// Written after the documentation of WSL and reports of its users; nothing of it was run on Windows.
const korean = [
  'WSL 버전: 2.3.26.0',
  '커널 버전: 5.15.167.4-1',
  'WSLg 버전: 1.0.65',
  'MSRDC 버전: 1.2.5620',
  'Direct3D 버전: 1.611.1-81528511',
  'Windows 버전: 10.0.22631.4460',
].join('\r\n');

it.each([
  ['Korean', korean],
  ['English', korean.replaceAll('버전', 'version').replace('커널', 'Kernel')],
])('reads the versions of WSL and its kernel in %s', (_, text) => {
  const expected = { is: 'there', version: '2.3.26.0', kernel: '5.15.167.4-1' };
  expect(wslIn(0, Buffer.from(text, 'utf16le').toString())).toEqual(expected);
  expect(wslIn(0, text)).toEqual(expected);
});

it.each([
  [
    'missing',
    'Linux용 Windows 하위 시스템이 설치되어 있지 않습니다. ‘wsl.exe --install’을 실행하여 설치할 수 있습니다.',
  ],
  [
    'missing',
    "The Windows Subsystem for Linux is not installed. You can install by running 'wsl.exe --install'.",
  ],
  ['old', 'Invalid command line option: --version\r\n--install\r\n--list, -l [Options]'],
  ['old', ''],
])('finds WSL %s', (is, text) => {
  expect(wslIn(1, text)).toEqual({ is });
  expect(wslIn(1, Buffer.from(text, 'utf16le').toString())).toEqual({ is });
});

it('reads what Windows tells of the machine', () => {
  const said = {
    edition: 'Microsoft Windows 11 Home',
    build: 22631,
    memory: 17_012_805_632,
    hypervisor: false,
    firmware: true,
  };
  expect(machineIn(JSON.stringify(said))).toEqual({
    edition: 'Microsoft Windows 11 Home',
    build: 22631,
    memory: expect.closeTo(15.84, 1),
    virtualization: 'on',
  });
  expect(machineIn(JSON.stringify({ ...said, firmware: false }))?.virtualization).toBe('off');
  expect(
    machineIn(JSON.stringify({ ...said, firmware: null, hypervisor: true }))?.virtualization,
  ).toBe('on');
});

it.each(['', 'null', '[]', '{"edition":1}', 'no JSON'])('reads nothing in %j', (answer) => {
  expect(machineIn(answer)).toBeUndefined();
});

it.each([
  [
    'Windows 10 Home',
    { edition: 'Microsoft Windows 10 Home', build: 19045, version: '22H2' },
    '10 Home 22H2 (build 19045)',
  ],
  [
    'Windows 10 Pro',
    { edition: 'Microsoft Windows 10 Pro', build: 19045, version: '22H2' },
    '10 Pro 22H2 (build 19045)',
  ],
  ['Windows 11 23H2', {}, '11 Home 23H2 (build 22631)'],
  [
    'Windows 11 24H2',
    { edition: 'Microsoft Windows 11 Pro', build: 26100, version: '24H2' },
    '11 Pro 24H2 (build 26100)',
  ],
])('%s on a PC is read', (_, more, line) => {
  const machine = machineIn(windowsAnswer(more));
  expect(machine).toBeDefined();
  if (machine) expect(systemLine(windowsFacts(machine)).en).toBe(`Windows ${line}, 64-bit, amd64`);
});

it.each([
  ['a 32-bit Windows on a 64-bit processor', { bits: 32 }, { bits: 32, processorBits: 64 }],
  [
    'a 32-bit processor',
    { bits: 32, processorBits: 32, architecture: 0 },
    { bits: 32, processorBits: 32, architecture: '386' },
  ],
  ['an ARM processor', { architecture: 12 }, { architecture: 'arm64', bits: 64 }],
  [
    'an edition in Korean letters that came as code page 949',
    { edition: 'Microsoft Windows 11 \uFFFD\uFFFD' },
    { build: 22631 },
  ],
  ['a Windows that knows no version name', { version: null }, { version: undefined }],
])('reads %s', (_, more, expected) => {
  expect(machineIn(windowsAnswer(more))).toMatchObject(expected);
});

it('reads an answer that begins with a byte order mark', () => {
  expect(machineIn(`\uFEFF${windowsAnswer()}\r\n`)).toMatchObject({ build: 22631 });
});

it.each([
  ['on', { hypervisor: true, firmware: false }],
  ['off', { hypervisor: false, firmware: false }],
  ['unknown', { hypervisor: false, firmware: null }],
  ['unknown', { hypervisor: null, firmware: null }],
  ['unknown', { hypervisor: true, firmware: false, model: 'VMware20,1' }],
  ['unknown', { hypervisor: true, firmware: null, model: 'Virtual Machine' }],
])('virtualization is %s for %j', (expected, more) => {
  expect(machineIn(windowsAnswer(more))?.virtualization).toBe(expected);
});
