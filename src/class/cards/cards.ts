import { join } from 'node:path';

import type { Text } from '../../core/text';
import { printToPdf } from './browser';
import { Failure } from '../../core/failure';
import {
  archiveOf,
  makePrivateFolder,
  replaceBy,
  writePrivate,
} from '../../core/machine/private-files';
import {
  archiveFiles,
  archiveNames,
  cardsPage,
  knownHostsOf,
  sshConfig,
  type CardStudent,
} from './cards-page';

/** A student whose card is made, with the private key that goes into the archive. */
export interface StudentWithKey extends CardStudent {
  /** The private key itself, in OpenSSH's format. */
  readonly privateKey: string;
}

/** The files that were made. */
export interface MadeCards {
  readonly html: string;
  /** Undefined where no browser printed it. */
  readonly pdf?: string;
  /** Why it was not printed. */
  readonly unprinted?: Failure;
  /** One for each student, in the order of the students. */
  readonly archives: readonly string[];
}

const pages = { html: 'cards.html', pdf: 'cards.pdf' } as const;

/** The names of the files that are made for these students. */
export function cardFiles(students: readonly CardStudent[]): string[] {
  return [...Object.values(pages), ...[...archiveNames(students).values()].map(archiveFile)];
}

function archiveFile(name: string): string {
  return `${name}.tar.gz`;
}

/**
 * Makes the login cards of a class in a folder: one page as HTML and PDF, and for each student an archive with the key,
 * an SSH configuration, the machine's own keys where they are known, and the card. Only the owner may read the files.
 * Files of an earlier run under the same names are replaced. The PDF is made last: without a browser, only it is missing.
 */
export async function makeCards(
  students: readonly StudentWithKey[],
  folder: string,
  language: keyof Text,
): Promise<MadeCards> {
  await makePrivateFolder(folder);
  const names = archiveNames(students);
  const archives = await Promise.all(
    students.map(async (student) => {
      const name = names.get(student) ?? '';
      const path = join(folder, archiveFile(name));
      const content = await archiveOf(name, {
        [archiveFiles.key]: student.privateKey,
        [archiveFiles.config]: sshConfig(student),
        [archiveFiles.card]: cardsPage([student], names, language),
        ...(student.hostKeys?.length ? { [archiveFiles.knownHosts]: knownHostsOf(student) } : {}),
      });
      await writePrivate(path, content);
      return path;
    }),
  );
  const html = join(folder, pages.html);
  await writePrivate(html, cardsPage(students, names, language));
  return { html, archives, ...(await printed(html, join(folder, pages.pdf))) };
}

async function printed(html: string, pdf: string): Promise<Pick<MadeCards, 'pdf' | 'unprinted'>> {
  try {
    await replaceBy(pdf, (next) => printToPdf(html, next));
    return { pdf };
  } catch (error) {
    if (error instanceof Failure) return { unprinted: error };
    throw error;
  }
}
