import { accessSync, constants } from 'node:fs';

import { Failure } from '../failure';
import { fileRefused, pathTooLong } from '../problems/file-refused';

const held = ['EBUSY', 'ETXTBSY'];
const denied = ['EACCES', 'EPERM', 'EROFS'];

/** The failure that an error of the file system means; undefined for another error. */
export function fileFailure(error: unknown): Failure | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code = '', path = '', syscall } = error as NodeJS.ErrnoException;
  // A program or a socket that the system refuses has other causes.
  if (!path || !syscall || /^(?:spawn|connect|listen|bind)/.test(syscall)) return undefined;
  if (code === 'ENAMETOOLONG' || (code === 'ENOENT' && isTooLong(path)))
    return new Failure(pathTooLong({ path }));
  const isHeld = held.includes(code);
  if (!isHeld && !denied.includes(code)) return undefined;
  return new Failure(
    fileRefused({ path, code, held: isHeld, ...(isRead(path, syscall) ? { reading: true } : {}) }),
  );
}

const readers = /^(?:read|scandir|opendir|stat|lstat|access|realpath|readlink)$/;

/** Whether reading was refused; the system opens a file by one call for reading and for writing. */
function isRead(path: string, syscall: string): boolean {
  if (readers.test(syscall)) return true;
  if (syscall !== 'open') return false;
  try {
    accessSync(path, constants.R_OK);
    return false;
  } catch (error) {
    return denied.includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

/** Windows says of a name of more than 255 letters only that it is not there. */
function isTooLong(path: string): boolean {
  return path.split(/[\\/]/).some((name) => name.length > 255);
}

/** Does work on a file; what the system refuses is told as a failure. */
export async function onFile<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFailure(error) ?? error;
  }
}
