import { rm, writeFile } from 'node:fs/promises';
import { freeName } from '../core/checks/free-name';
import type { Edit } from '../core/edit';
import { editedContent } from '../core/edited-content';
import { onFile } from '../core/machine/file-failure';
import { files, writeNewBytes } from '../core/machine/files';
import { inFolder } from '../core/machine/in-folder';
import type { Problem } from '../core/problem';
import type { Text } from '../core/text';

/** How the reader is asked and told. */
export interface Talk {
  ask(question: Text): Promise<boolean>;
  note(text: Text): void;
}

/** Offers to write the edits of problems into the reader's files; returns whether one was written. Each file as it was is kept beside it. */
export async function fixFiles(
  problems: readonly Problem[],
  dir: string,
  talk: Talk,
): Promise<boolean> {
  let isWritten = false;
  for (const [file, edits] of editsByFile(problems)) {
    const isFixed = await fixFile({ dir, file, edits }, talk);
    isWritten ||= isFixed;
  }
  return isWritten;
}

/** The edits of each file; what several checks found is there once. */
function editsByFile(problems: readonly Problem[]): Map<string, Edit[]> {
  const found = new Map<string, Edit[]>();
  for (const edit of problems.flatMap(({ edits = [] }) => edits)) {
    const own = found.get(edit.file) ?? [];
    if (!own.some((other) => overlaps(edit, other))) found.set(edit.file, [...own, edit]);
  }
  return found;
}

function overlaps(one: Edit, other: Edit): boolean {
  const isSame = JSON.stringify(one) === JSON.stringify(other);
  const ends = ({ line, before }: Edit) => line + before.length;
  return isSame || (one.line < ends(other) && other.line < ends(one));
}

interface Fix {
  readonly dir: string;
  readonly file: string;
  readonly edits: readonly Edit[];
}

async function fixFile({ dir, file, edits }: Fix, talk: Talk): Promise<boolean> {
  const path = inFolder(dir, file);
  const before = await contentOf(path);
  const after = before && editedContent(before, edits);
  if (!after) {
    talk.note(otherNow(file));
    return false;
  }
  const kept = await freeName({ dir, files }, `${file}.before`);
  if (!(await talk.ask(question(file, kept, edits.length)))) {
    talk.note(asItIs(file));
    return false;
  }
  if (!(await contentOf(path))?.equals(before)) {
    talk.note(otherNow(file));
    return false;
  }
  await writeNewBytes(inFolder(dir, kept), before);
  try {
    await onFile(() => writeFile(path, after));
  } catch (error) {
    await rm(inFolder(dir, kept), { force: true });
    throw error;
  }
  talk.note(written(file, kept));
  return true;
}

/** Undefined where the file is gone. */
async function contentOf(path: string): Promise<Buffer | undefined> {
  return (await files.kind(path)) === 'file' ? files.bytes(path) : undefined;
}

const question = (file: string, kept: string, count: number): Text => ({
  ko: `위의 변경(${count}곳)을 \`${file}\` 파일에 쓸까요? 지금 내용은 \`${kept}\` 파일에 남깁니다.`,
  en: `Write what is shown above (places: ${count}) into \`${file}\`? What it has now is kept as \`${kept}\`.`,
});

const written = (file: string, kept: string): Text => ({
  ko: `\`${file}\` 파일을 고쳤습니다. 고치기 전 내용은 \`${kept}\` 파일에 있습니다.`,
  en: `\`${file}\` is written; what it had before is in \`${kept}\`.`,
});

const asItIs = (file: string): Text => ({
  ko: `\`${file}\` 파일에 아무것도 쓰지 않았습니다.`,
  en: `Nothing was written into \`${file}\`.`,
});

const otherNow = (file: string): Text => ({
  ko: `\`${file}\` 파일이 확인한 뒤에 바뀌어서 아무것도 쓰지 않았습니다. 다시 확인하세요.`,
  en: `\`${file}\` changed after it was checked, so nothing was written. Check again.`,
});
