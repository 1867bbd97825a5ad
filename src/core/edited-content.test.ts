import type { Edit } from './edit';
import { editedContent } from './edited-content';

const edit = (line: number, before: string[], after: string[]): Edit => ({
  file: 'a.yml',
  line,
  before,
  after,
});
const mended = edit(2, ['둘'], ['2', '2.5']);
const be = (text: string) => Buffer.from(text, 'utf16le').swap16();

it.each([
  ['UTF-8', Buffer.from('하나\n둘\n셋\n'), Buffer.from('하나\n2\n2.5\n셋\n')],
  ['no line end at the end', Buffer.from('하나\n둘'), Buffer.from('하나\n2\n2.5')],
  ['Windows line ends', Buffer.from('하나\r\n둘\r\n'), Buffer.from('하나\r\n2\r\n2.5\r\n')],
  [
    'line ends of both kinds',
    Buffer.from('하나\n둘\n셋\r\n넷\n'),
    Buffer.from('하나\n2\n2.5\n셋\r\n넷\n'),
  ],
  ['a mark of UTF-8', Buffer.from('\uFEFF하나\n둘\n'), Buffer.from('\uFEFF하나\n2\n2.5\n')],
  [
    'UTF-16, as PowerShell writes it',
    Buffer.from('\uFEFF하나\r\n둘\r\n', 'utf16le'),
    Buffer.from('\uFEFF하나\r\n2\r\n2.5\r\n', 'utf16le'),
  ],
  ['UTF-16 the other way round', be('\uFEFF하나\n둘\n'), be('\uFEFF하나\n2\n2.5\n')],
])('an edit keeps %s', (_title, content, after) => {
  expect(editedContent(content, [mended])?.toString('hex')).toBe(after.toString('hex'));
});

it('a line behind the last one begins on its own line', () => {
  const content = Buffer.from('하나\n둘');
  expect(String(editedContent(content, [edit(3, [], ['셋'])]))).toBe('하나\n둘\n셋');
});

it('lines that are taken away at the end leave a whole line', () => {
  const content = Buffer.from('```\n하나\n```');
  const edits = [edit(1, ['```'], []), edit(3, ['```'], [])];
  expect(String(editedContent(content, edits))).toBe('하나');
});

it.each([
  ['another line', Buffer.from('하나\n두울\n')],
  ['fewer lines', Buffer.from('하나')],
  ['letters of CP949', Buffer.from([0xc7, 0xcf, 0x0a, 0xb5, 0xd1, 0x0a])],
])('a file with %s is not edited', (_title, content) => {
  expect(editedContent(content, [mended])).toBeUndefined();
});
