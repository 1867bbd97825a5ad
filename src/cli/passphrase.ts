import { readFile } from 'node:fs/promises';

import type { Text } from '../core/text';
import { say } from './language';
import { UsageError } from './usage-error';

/** The fewest letters of a passphrase. */
const fewest = 12;

/** Where a passphrase comes from besides the terminal. */
export interface PassphraseOptions {
  /** A file whose first line is the passphrase. */
  readonly passphraseFile?: string;
}

/** The passphrase of a file: from DKKB_PASSPHRASE, from a file, or typed without an echo; a new one is typed twice. Throws a UsageError where there is none. */
export async function passphraseFor(
  isNew: boolean,
  { passphraseFile }: PassphraseOptions,
): Promise<string> {
  const given = process.env['DKKB_PASSPHRASE'] ?? (await firstLine(passphraseFile));
  const passphrase = given ?? (await typed(isNew));
  if (isNew && [...passphrase].length < fewest) throw new UsageError(tooShort);
  return passphrase;
}

async function firstLine(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new UsageError({
      ko: `암호 파일을 읽을 수 없습니다: ${path}`,
      en: `The file of the passphrase cannot be read: ${path}`,
    });
  return text.split(/\r?\n/)[0] ?? '';
}

async function typed(isNew: boolean): Promise<string> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new UsageError(noTerminal);
  const { read } = await import('read');
  const ask = (prompt: Text) =>
    read({ prompt: `${say(prompt)}: `, silent: true, output: process.stderr });
  const first = await ask(
    isNew
      ? { ko: `새 암호 (${fewest}자 이상)`, en: `New passphrase (${fewest} letters or more)` }
      : { ko: '암호', en: 'Passphrase' },
  );
  if (isNew && [...first].length < fewest) throw new UsageError(tooShort);
  if (isNew && (await ask({ ko: '암호 한 번 더', en: 'The same again' })) !== first)
    throw new UsageError(unequal);
  return first;
}

const tooShort: Text = {
  ko: `암호는 ${fewest}자 이상으로 정합니다. 이 파일에는 모든 학생의 개인 키가 들어 있습니다.`,
  en: `A passphrase has ${fewest} letters or more: the file has the private keys of all students.`,
};

const unequal: Text = {
  ko: '두 번 쓴 암호가 서로 다릅니다. 다시 하세요.',
  en: 'The two passphrases differ. Try again.',
};

const noTerminal: Text = {
  ko: '암호를 물어볼 터미널이 없습니다. --passphrase-file로 파일을 지정하거나 DKKB_PASSPHRASE에 넣으세요.',
  en: 'There is no terminal to ask for the passphrase: name a file with --passphrase-file, or set DKKB_PASSPHRASE.',
};
