import type { MachineCheck, MachineContext } from '../../core/check';
import { fileProblem } from '../../core/checks/reader-file';
import { textOf } from '../../core/checks/text';
import { isTooLarge } from '../../core/answers/answer';
import { Failure } from '../../core/failure';
import { inFolder } from '../../core/machine/in-folder';
import type { Problem } from '../../core/problem';
import { fileTooLarge } from '../../core/problems/file';
import {
  nanoMissing,
  savedElsewhere,
  writtenOtherwise,
  writtenWithCrlf,
} from '../problems/written';
import { slipIn } from './slip';

/** The editor nano answers. */
export function nanoAnswers(): MachineCheck {
  return {
    subject: 'nano',
    title: () => ({ ko: 'nano 편집기 사용 가능', en: 'The editor nano is there' }),
    async run({ run, tell }) {
      const version = await versionOf(run);
      if (version === undefined) return [nanoMissing({})];
      if (version) tell({ ko: `nano ${version}`, en: `nano ${version}` });
      return [];
    },
  };
}

/** The version of nano, empty where it does not say one; undefined where there is no nano. */
async function versionOf(run: MachineContext['run']): Promise<string | undefined> {
  try {
    const { stdout } = await run('nano', ['--version']);
    return /\b(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)\b/.exec(stdout.slice(0, 1_000))?.[1] ?? '';
  } catch (error) {
    if (error instanceof Failure && error.code === 'program-missing') return undefined;
    throw error;
  }
}

/** How many bytes of the file are read. */
const mostBytes = 32 * 1_024;

/** A file of the reader's folder has exactly this line. */
export function fileSays(file: string, line: string): MachineCheck {
  return {
    subject: file,
    title: () => ({
      ko: `\`${file}\` 파일의 내용이 \`${line}\` 한 줄`,
      en: `\`${file}\` says \`${line}\`, in one line`,
    }),
    async run(context) {
      const { dir } = context;
      const saved = await savedByAccident(context, file);
      if (saved !== undefined) return [savedElsewhere({ file, dir, similar: saved })];
      const problem = await fileProblem(context, file);
      if (problem) return [problem];
      const content = await contentOf(context, file);
      return typeof content === 'string' ? judged(content, { file, dir, line }) : [content];
    },
  };
}

async function contentOf({ dir, files }: MachineContext, file: string): Promise<string | Problem> {
  try {
    return textOf(await files.bytes(inFolder(dir, file), mostBytes));
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return fileTooLarge({ file, dir, limit: '32 KiB' });
  }
}

interface Wanted {
  readonly file: string;
  readonly dir: string;
  readonly line: string;
}

function judged(content: string, { file, dir, line: wanted }: Wanted): Problem[] {
  // An end of the last line, and empty lines behind it, are no part of what is typed.
  const lines = content.trimEnd().split(/\r?\n/);
  const [first = '', ...more] = lines;
  const isExtra = first === wanted || more.includes(wanted);
  // Between the lines, an empty one has nothing to show.
  const at =
    first === wanted ? lines.findIndex((text, index) => index > 0 && text.trim() !== '') : 0;
  const found = lines[at];
  if (found === undefined) return content.includes('\r\n') ? [writtenWithCrlf({ file })] : [];
  const slip = isExtra && found.trim() !== '' ? 'lines' : slipIn(found, wanted);
  return [writtenOtherwise({ file, dir, wanted, found, line: String(at + 1), slip })];
}

/** The name under which nano has left the text when it was ended from outside. */
async function savedByAccident(
  { dir, files }: MachineContext,
  file: string,
): Promise<string | undefined> {
  if ((await files.kind(inFolder(dir, file))) !== 'missing') return undefined;
  const names = await files.names(dir);
  const left = names.filter((name) => name.startsWith(`${file}.save`));
  return left.find((name) => /^(?:\.\d{1,3})?$/.test(name.slice(`${file}.save`.length)));
}
