import type { LabBase } from '../lab';
import { fingerprint } from '../machine/files';
import { inFolder, parentOf } from '../machine/in-folder';
import { readRecord, readRecords, updateRecord } from '../machine/records';
import type { Reporter } from '../reporter';
import type { Place } from './session';

/** A machine with the reader's folder, and the folder of this one with what is remembered; both absolute. */
export interface Folders extends Place {
  readonly dir: string;
  readonly folder: string;
}

/** What is remembered, and the machine that it is about. */
type Remembering = Pick<Folders, 'folder' | 'outside' | 'hands'>;

/** Writes those files that the reader's folder lacks, and remembers them; the reader's own stay as they are, also one under another name that `readersOwn` finds. */
export async function writeFiles(
  lab: LabBase,
  wanted: Readonly<Record<string, string>>,
  session: Folders,
  reporter: Reporter,
  readersOwn: (name: string) => Promise<string | undefined> = async () => undefined,
): Promise<void> {
  const { files } = session.outside;
  for (const [name, content] of Object.entries(wanted)) {
    const path = inFolder(session.dir, name);
    const kind = await files.kind(path);
    const own = kind === 'missing' ? await readersOwn(name) : undefined;
    if (own) keepAsIs(own, reporter);
    else if (kind === 'missing') await writeAndRemember(path, content, lab, session);
    else if (kind !== 'file' || (await files.read(path)) !== content) keepAsIs(path, reporter);
  }
}

async function writeAndRemember(
  path: string,
  content: string,
  lab: LabBase,
  session: Folders,
): Promise<void> {
  const { folder, hands } = session;
  const made = await hands.missingFolders(parentOf(path));
  // Before it is written, because the run may be killed, or the connection break, right after it.
  await updateRecord(folder, lab.id, (record) => ({
    ...record,
    files: { ...record.files, [path]: fingerprint(content) },
    ...(made.length === 0 ? {} : { folders: [...new Set([...(record.folders ?? []), ...made])] }),
  }));
  try {
    await hands.writeNew(path, content);
  } catch (error) {
    await forgetMissing(session, lab.id).catch(() => undefined);
    throw error;
  }
}

/** Remembers a file of this tool's with its fingerprint; an empty one while the file is being made. */
export async function rememberFile(
  folder: string,
  labId: string,
  path: string,
  print: string,
): Promise<void> {
  await updateRecord(folder, labId, (record) => ({
    ...record,
    files: { ...record.files, [path]: print },
  }));
}

function keepAsIs(path: string, reporter: Reporter): void {
  reporter.note({
    ko: `\`${path}\` 파일은 직접 만드신 것이라 그대로 둡니다.`,
    en: `The file \`${path}\` is yours and stays as it is.`,
  });
}

/** The files that were written for labs and are still there: those unchanged, and those that the reader has changed since. */
export interface WrittenFiles {
  readonly unchanged: readonly string[];
  readonly changed: readonly string[];
}

/** Looks at the files that `up` and `solve` wrote for labs, everywhere or in one folder. */
export async function writtenFiles(
  labs: readonly LabBase[],
  { folder, outside }: Remembering,
  within?: string,
): Promise<WrittenFiles> {
  const records = await Promise.all(labs.map(({ id }) => readRecord(folder, id)));
  const written = records.flatMap(({ files: those = {} }) => Object.entries(those));
  const states = await Promise.all(
    written
      .filter(([path]) => within === undefined || path.startsWith(inFolder(within, '/')))
      .map((file) => stateOf(file, outside)),
  );
  const those = (wanted: string) =>
    states.filter(({ state }) => state === wanted).map(({ path }) => path);
  return { unchanged: [...new Set(those('unchanged'))], changed: [...new Set(those('changed'))] };
}

/** Whether a file is as this tool wrote it for a lab. */
export async function isWritten(path: string, { folder, outside }: Remembering): Promise<boolean> {
  const records = [...(await readRecords(folder)).values()];
  const prints = records.flatMap(({ files: those }) => those?.[path] ?? []);
  const states = await Promise.all(prints.map((print) => stateOf([path, print], outside)));
  return states.some(({ state }) => state === 'unchanged');
}

async function stateOf([path, print]: [string, string], { files }: Place['outside']) {
  const kind = await files.kind(path);
  if (kind === 'missing') return { path, state: 'gone' };
  // Left behind by a run that was killed while it made the file.
  if (print === '' && kind === 'file') return { path, state: 'unchanged' };
  const same = kind === 'file' && fingerprint(await files.bytes(path)) === print;
  return { path, state: same ? 'unchanged' : 'changed' };
}

/** Removes files that were written for labs, with the folders that were made for them and are empty, and forgets them. */
export async function removeFiles(
  labs: readonly LabBase[],
  paths: readonly string[],
  session: Remembering,
): Promise<void> {
  const { folder, hands } = session;
  await Promise.all(paths.map((path) => hands.removeFile(path)));
  for (const { id } of labs) {
    const { folders = [], files: written } = await readRecord(folder, id);
    if (!written) continue;
    // The innermost first.
    for (const made of [...folders].reverse()) await hands.removeEmptyFolder(made);
    await forgetMissing(session, id);
  }
}

/** Forgets those files and folders of a lab that are not there: whoever makes them later owns them. */
export async function forgetMissing(
  { folder, outside: { files } }: Remembering,
  labId: string,
): Promise<void> {
  const { files: written = {}, folders = [] } = await readRecord(folder, labId);
  const exists = async (path: string) => ((await files.exists(path)) ? [path] : []);
  const [kept, keptFolders] = await Promise.all(
    [Object.keys(written), folders].map(async (paths) =>
      (await Promise.all(paths.map(exists))).flat(),
    ),
  );
  const known = new Set(kept);
  await updateRecord(folder, labId, (record) => ({
    ...record,
    files: Object.fromEntries(
      Object.entries(record.files ?? {}).filter(([path]) => known.has(path)),
    ),
    folders: keptFolders ?? [],
  }));
}
