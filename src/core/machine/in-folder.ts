import path from 'node:path';

/** The path of something in a folder of any machine: seen from Windows, a folder of Linux keeps its slashes. */
export function inFolder(folder: string, ...names: readonly string[]): string {
  return pathsOf(folder).join(folder, ...names);
}

/** The path from a folder of any machine to something in it. */
export function fromFolder(folder: string, to: string): string {
  return pathsOf(folder).relative(folder, to);
}

/** The folder of a path on any machine. */
export function parentOf(file: string): string {
  return pathsOf(file).dirname(file);
}

/** This machine's own way on Windows begins with a drive or with two backslashes. */
const pathsOf = (folder: string) => (folder.startsWith('/') ? path.posix : path);
