import { freeName } from '../../../core/checks/free-name';
import { posix } from 'node:path';
import { inFolder } from '../../../core/machine/in-folder';
import { commandOf, type CommandLine } from '../../../core/shell/command';
import type { DockerCheck, DockerContext } from '../check';
import type { FileContent } from '../../../core/machine/files';
import type { Problem } from '../../../core/problem';
import { urlOf } from '../http';
import {
  containerFileMissing,
  fileDiffers,
  fileEmpty,
  fileNotCopied,
  lineEndingsDiffer,
} from '../../../core/problems/file';
import { fileMissing } from '../../../core/problems/file-name';
import { copiedOut, fileThereBefore } from '../../problems/copy';
import { noAnswer, serverError, statusWrong } from '../../problems/http';
import {
  fileProblem,
  isShownBy,
  pagesIn,
  sameButForLineEndings,
} from '../../../core/checks/reader-file';

/** The page of a container is the reader's file, which was copied over the image's own at `target`. */
export function showsOwnFile(name: string, file: string, target: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => ({
      ko: `${urlOf(lab, name, 'localhost')} 주소에 내 \`${file}\` 파일 표시`,
      en: `${urlOf(lab, name, 'localhost')} shows your file \`${file}\``,
    }),
    async run(context) {
      const { lab, engine, ask, dir, files } = context;
      const url = urlOf(lab, name, engine.host);
      const answer = await ask(url);
      if ('error' in answer) return [noAnswer({ url, name, error: answer.error })];
      const status = String(answer.status);
      if (answer.status >= 500) return [serverError({ url, name, status })];
      const pages = await pagesIn(context, dir);
      const changed = await engine.changedPaths(name);
      const isShown = await isOneOf(answer.body, pages, (page) => files.read(inFolder(dir, page)));
      if (isShown && (changed.includes(target) || (await isMounted(context, name, target))))
        return [];
      const problem = await fileProblem(context, file);
      if (problem?.code === 'file-missing' && !problem.values['similar'] && pages[0])
        return [fileMissing({ file, dir, similar: pages[0] })];
      if (problem) return [problem];
      const copy = copyCommand(file, `${name}:${posix.dirname(target)}/`);
      if (answer.status >= 400) return [statusWrong({ url, name, status })];
      const text = await files.read(inFolder(dir, file));
      // Both are the image's own page, which nothing has changed in the container: it came from there.
      if (isShownBy(answer.body, text)) return [copiedOut({ file, name, target, copy })];
      if (answer.body !== text && sameButForLineEndings(answer.body, text))
        return [lineEndingsDiffer({ file, name, target, copy })];
      const found = changed.find((path) => path !== target && posix.basename(path) === file) ?? '';
      return [fileNotCopied({ file, name, target, found, copy })];
    },
  };
}

/** Whether a body is one of the pages, which are read one after the other. */
async function isOneOf(
  body: string,
  pages: readonly string[],
  read: (page: string) => Promise<string>,
): Promise<boolean> {
  for (const page of pages) if (isShownBy(body, await read(page))) return true;
  return false;
}

function copyCommand(from: string, to: string): CommandLine {
  return commandOf('docker', 'cp', from, to);
}

async function isMounted({ engine }: DockerContext, name: string, path: string): Promise<boolean> {
  const mounts = (await engine.containers()).get(name)?.mounts ?? [];
  return mounts.some(({ target }) => path === target || path.startsWith(`${target}/`));
}

/** A file of the reader's folder is a copy of the container's, made since the exercise was begun. */
export function holdsCopy(name: string, file: string, source: string): DockerCheck {
  return {
    subject: name,
    title: () => ({
      ko: `\`${name}\` 컨테이너의 \`${file}\` 파일을 내 폴더에 복사`,
      en: `Your folder has the file \`${file}\` of the container \`${name}\``,
    }),
    async run(context) {
      const tree = await context.engine.contents.ofContainer(name, source);
      const wanted = tree?.values().next().value;
      if (wanted === undefined) return [containerFileMissing({ name, target: source })];
      const same = await sameFiles(context, wanted);
      const older = await olderThanCopy(context, name, source, same);
      if (same.some((one) => !older.includes(one))) return [];
      return [await copyProblem(context, name, { file, source, older })];
    },
  };
}

async function sameFiles({ dir, files }: DockerContext, wanted: string): Promise<FileContent[]> {
  return (await files.contents(dir)).filter(({ print }) => print === wanted);
}

/** Those files of the same content that are no copy: they were there when the exercise was begun, or before the container had that content. */
async function olderThanCopy(
  { begun, engine }: DockerContext,
  name: string,
  source: string,
  same: readonly FileContent[],
): Promise<readonly FileContent[]> {
  const standing = begun?.standing;
  if (standing) return same.filter(({ identity = '' }) => standing.includes(identity));
  if (same.length === 0 || !(await engine.changedPaths(name)).includes(source)) return [];
  // The page was copied in, so that the reader has its original.
  const { code, output } = await engine.exec(name, ['stat', '-c', '%Z', source]);
  const since = code === 0 && /^\d+$/.test(output) ? Number(output) * 1_000 : 0;
  return same.filter(({ changedAt = Infinity }) => changedAt < since);
}

interface Copy {
  readonly file: string;
  readonly source: string;
  /** Files of the same content that are no copy. */
  readonly older: readonly FileContent[];
}

async function copyProblem(
  context: DockerContext,
  name: string,
  { file, source, older }: Copy,
): Promise<Problem> {
  const { dir, files, engine } = context;
  const names = older.map((one) => one.name ?? '');
  const problem = await fileProblem(context, file, names);
  const copy = copyCommand(`${name}:${source}`, '.');
  if (problem?.code === 'file-missing' && !problem.values['similar'])
    return fileMissing({ file, dir, similar: '', copy });
  if (problem?.code === 'file-empty') return fileEmpty({ file, dir, copy });
  if (problem) return problem;
  const { code, output } = await engine.exec(name, ['cat', source]);
  if (
    code === 0 &&
    !names.includes(file) &&
    sameButForLineEndings(await files.read(inFolder(dir, file)), output)
  )
    return lineEndingsDiffer({ file, name, target: source, copy });
  const kept = await freeName(context, `${file}.before`);
  if (names.includes(file)) return fileThereBefore({ file, name, source, copy, kept });
  return fileDiffers({ file, dir, name, source, copy, kept });
}
