import { join } from 'node:path';

import type { Text } from '../labs/lab';
import { printToPdf } from '../runtime/browser';
import { archiveOf, makePrivateFolder, replaceBy, writePrivate } from '../runtime/private-files';
import { archiveFiles, archiveNames, cardsPage, sshConfig, type CardStudent } from './cards-page';

/** A student whose card is made, with the private key that goes into the archive. */
export interface StudentWithKey extends CardStudent {
  /** The private key itself, in OpenSSH's format. */
  readonly privateKey: string;
}

/** The files that were made. */
export interface MadeCards {
  readonly html: string;
  readonly pdf: string;
  /** One a student, in the order of the students. */
  readonly archives: readonly string[];
}

/**
 * Makes the login cards of a class in a folder: one page as HTML and PDF, and an archive a student with
 * the key, an SSH configuration and the card. Only the owner may read any of them. What an earlier run
 * made under the same names is replaced. The PDF comes last: without a browser all else is there.
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
      const path = join(folder, `${name}.tar.gz`);
      const content = await archiveOf(name, {
        [archiveFiles.key]: student.privateKey,
        [archiveFiles.config]: sshConfig(student),
        [archiveFiles.card]: cardsPage([student], names, language),
      });
      await writePrivate(path, content);
      return path;
    }),
  );
  const html = join(folder, 'cards.html');
  const pdf = join(folder, 'cards.pdf');
  await writePrivate(html, cardsPage(students, names, language));
  await replaceBy(pdf, (next) => printToPdf(html, next));
  return { html, pdf, archives };
}
