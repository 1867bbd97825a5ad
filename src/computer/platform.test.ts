import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { files } from '../core/machine/files';
import { otherMachine } from '../core/system';
import { fileSays } from './checks/nano';
import { computerOn } from './platform';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'dkkb-watch-'))));
afterEach(() => rmSync(dir, { recursive: true }));

const title = { ko: '파일', en: 'A file' };
const lab = {
  platform: 'machine' as const,
  of: 'computer' as const,
  id: 'app-nano',
  section: 'A-05',
  title,
  task: [],
  hint: title,
  commands: [],
  checks: [fileSays('hello.txt', 'Hello!')],
};

it('a watched lab about the computer is looked at again until it is passed, and is recorded', async () => {
  const run = async () => ({ code: 0, stdout: '', stderr: '' });
  const ask = async () => ({ error: 'ECONNREFUSED' });
  const outside = { files, run, ask, machine: otherMachine };
  const place = computerOn({ folder: join(dir, 'records'), dir, outside });
  const seen: string[] = [];
  const passed = await place.watch(
    lab,
    ({ verdict }) => {
      seen.push(verdict.problems[0]?.code ?? verdict.status);
      const texts = ['Hello?\n', 'Hello!\n'];
      writeFileSync(join(dir, 'hello.txt'), texts[seen.length - 1] ?? 'Hello!\n');
    },
    () => undefined,
  );
  expect(seen).toEqual(['file-missing', 'file-text-wrong', 'passed']);
  expect(passed).toMatchObject({ status: 'passed', firstPassedAt: expect.any(String) });
}, 20_000);
