import { machineIn } from './windows';
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
