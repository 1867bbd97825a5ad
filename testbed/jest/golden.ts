import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fails unless a folder has exactly these files, byte for byte.
 *
 * `UPDATE_GOLDEN=1 npm run golden` writes them again.
 */
export function expectGolden(folder: string, files: Readonly<Record<string, string>>): void {
  if (process.env['UPDATE_GOLDEN']) write(folder, files);
  const golden = readdirSync(folder).map((name) => [
    name,
    readFileSync(join(folder, name), 'utf8'),
  ]);
  expect(files).toEqual(Object.fromEntries(golden));
}

/** Fails unless a file has exactly this text; written again in the same way. */
export function expectGoldenFile(path: string, text: string): void {
  if (process.env['UPDATE_GOLDEN']) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
