import iconv from 'iconv-lite';

import { isOn, readFields, readList, readVersion } from './answers';

const id = '1cf45276-9a14-4c1b-9dfd-045a2367d801';

// The forms of VBoxManageList.cpp and VBoxManageInfo.cpp of VirtualBox 7, with the line ends of Windows.
it('finds a VM beside one whose name is Korean in the code page of a Korean Windows', () => {
  const told = `"내 우분투" {00000000-0000-4000-8000-000000000000}\r\n"dkkb-vm" {${id}}\r\n`;
  const read = readList(iconv.encode(told, 'cp949').toString('utf8'));
  expect(read).toHaveLength(2);
  expect(read[1]).toEqual({ name: 'dkkb-vm', id });
});

it('takes no line of another form for a VM', () => {
  expect(readList(`"x" {${id}} y\n<inaccessible> {${id}}\n"a" {1}\n`)).toEqual([]);
});

it('reads fields with and without quotes', () => {
  const fields = readFields(
    'name="a=b"\r\nmemory=4096\r\n"SATA-0-0"="C:\\a b\\disk.vdi"\r\nnothing\r\n',
  );
  expect([...fields]).toEqual([
    ['name', 'a=b'],
    ['memory', '4096'],
    ['SATA-0-0', 'C:\\a b\\disk.vdi'],
  ]);
});

it.each(['running', 'paused', 'starting', 'stopping', 'gurumeditation', 'stuck'])(
  'a VM that is %s holds its disk',
  (state) => expect(isOn(state)).toBe(true),
);
it.each(['poweroff', 'aborted', 'saved', 'aborted-saved', ''])('a VM that is %s is off', (state) =>
  expect(isOn(state)).toBe(false),
);

it.each([
  ['7.0.20r163906\n', { major: 7, minor: 0 }],
  ['7.1.4_Ubuntur165100\n', { major: 7, minor: 1 }],
  ['VBoxManage: error\n', undefined],
])('the version of %j', (told, version) => {
  expect(readVersion(told)).toEqual(version);
});
