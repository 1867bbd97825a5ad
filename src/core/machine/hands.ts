import { missingFolders, removeEmptyFolder, removeFile, writeNew } from './files';
import { run, type Run } from './process';

/** How a machine is changed: its files are written and removed, and programs run as long as their work takes. */
export interface Hands {
  /** Those folders of a path that are not there, the outermost first. */
  missingFolders(folder: string): Promise<string[]>;
  /** Writes a file that is not there yet, with its folders: the whole of it or nothing, and never over another one. */
  writeNew(path: string, content: string): Promise<unknown>;
  /** Removes a file; one that is gone already is no error. */
  removeFile(path: string): Promise<void>;
  /** Removes a folder unless something is in it. */
  removeEmptyFolder(path: string): Promise<void>;
  readonly run: Run;
}

/** The hands of this machine. */
export const handsHere: Hands = { missingFolders, writeNew, removeFile, removeEmptyFolder, run };
