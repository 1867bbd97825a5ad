import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import iconv from 'iconv-lite';

import type { Text } from '../../core/text';
import { ConfigError } from './issue';

/** The most bytes that a configuration or a roster may have. */
export const mostBytes = 1024 * 1024;

/** The text of a configuration or a roster; undefined where it is not there and need not be. Throws a `ConfigError` where it cannot be read. */
export function readText(
  path: string,
  options: {
    readonly needed: boolean;
    /** How the teacher calls the file. */
    readonly name?: string;
    /** The kind of file that is needed, in words. */
    readonly allowed?: Text;
  },
): string | undefined {
  const name = options.name ?? basename(path);
  const refuse = (value: string, reason: Text, allowed = options.allowed ?? readable): never => {
    throw new ConfigError(path, [{ path: name, value, reason, allowed }]);
  };
  let content: Buffer;
  try {
    content = readBounded(path);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !options.needed) return undefined;
    return refuse(code, unreadable[code] ?? { ko: '읽을 수 없습니다.', en: message });
  }
  const program = signatures.find(({ bytes }) => content.subarray(0, bytes.length).equals(bytes));
  if (program) return refuse('-', program.reason);
  return decode(content) ?? refuse('-', unknownEncoding);
}

/** Opened first and asked then, so that no other file can take its place; a pipe, which may have no end, is not waited for. */
function readBounded(path: string): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { size } = regular(file);
    if (size > mostBytes) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function regular(file: number): { readonly size: number } {
  const found = fstatSync(file);
  if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  if (!found.isFile()) throw Object.assign(new Error('no file'), { code: 'ENXIO' });
  return found;
}

/** The text of a file in an encoding in which editors and spreadsheets save; undefined where it is in none. */
function decode(content: Buffer): string | undefined {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', content);
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', content);
  // A text has no NUL; UTF-16 without its mark has many.
  if (content.includes(0)) return undefined;
  return strictly('utf-8', content) ?? koreanWindows(content);
}

function strictly(encoding: string, content: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** Node's own `euc-kr` lacks most syllables that Windows has besides, such as `똠`. */
function koreanWindows(content: Buffer): string | undefined {
  const text = iconv.decode(content, 'cp949');
  return text.includes('\uFFFD') ? undefined : text;
}

const readable: Text = {
  ko: `읽을 수 있는 텍스트 파일, ${mostBytes / 1024 / 1024} MiB까지`,
  en: `a text file that is there and can be read, at most ${mostBytes / 1024 / 1024} MiB`,
};

const unknownEncoding: Text = {
  ko: '글자를 읽을 수 없습니다. UTF-8, UTF-16, EUC-KR 가운데 어느 것도 아닙니다.',
  en: 'Its characters cannot be read: it is neither UTF-8 nor UTF-16 nor EUC-KR.',
};

const unreadable: Readonly<Record<string, Text>> = {
  ENOENT: { ko: '파일이 없습니다.', en: 'There is no such file.' },
  EACCES: { ko: '이 파일을 읽을 권한이 없습니다.', en: 'You may not read this file.' },
  EPERM: { ko: '이 파일을 읽을 권한이 없습니다.', en: 'You may not read this file.' },
  EISDIR: { ko: '파일이 아니라 폴더입니다.', en: 'It is a folder.' },
  ENXIO: { ko: '보통 파일이 아닙니다.', en: 'It is no regular file.' },
  EFBIG: { ko: '파일이 너무 큽니다.', en: 'It is too large.' },
};

const workbook: Text = {
  ko: '엑셀 통합 문서입니다. 이름의 끝만 바꾸어서는 CSV가 되지 않습니다.',
  en: 'It is an Excel workbook; another name does not make it CSV.',
};

/** How files begin that are called CSV but are not. */
const signatures: readonly { readonly bytes: Buffer; readonly reason: Text }[] = [
  { bytes: Buffer.from([0x50, 0x4b, 0x03, 0x04]), reason: workbook },
  { bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), reason: workbook },
];
