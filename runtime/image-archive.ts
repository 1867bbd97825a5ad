import { stat } from 'node:fs/promises';
import { docker } from './docker';
import { Failure } from './failure';

/** Saves images of the engine to one tar archive; the file is complete or not there. */
export async function saveArchive(images: readonly string[], file: string): Promise<void> {
  await docker(['image', 'save', '--output', file, ...images]);
}

/** Loads the images of an archive; returns their names. Throws `archive-missing` when there is no such file. */
export async function loadArchive(file: string): Promise<string[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Failure('archive-missing', { file });
  const output = await docker(['image', 'load', '--input', file]);
  return [...output.matchAll(/^Loaded image(?: ID)?: (.+)$/gm)].flatMap((match) => match[1] ?? []);
}
