import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { practiceVm } from './config/fleet';
import type { Student } from './config/students';
import type { Text } from '../core/text';
import { cardFiles, makeCards, type MadeCards, type StudentWithKey } from './cards';
import { hostKeysOfVm } from './hosts';
import { instancesOf, type ClassSession } from './session';
import { reachableOf } from './status';
import { takeFolder } from './own-folder';

/** A student without a card, and why. */
export interface Cardless extends Student {
  readonly reason: 'no-vm' | 'no-address' | 'no-key';
}

/** A student whose card was made. */
export interface Carded extends Student {
  readonly address: string;
  readonly archive: string;
}

/** The cards that were made for a class, and who got none; `made` is undefined where nobody has a VM. */
export interface ClassCards {
  readonly cards: readonly Carded[];
  readonly missing: readonly Cardless[];
  readonly made?: MadeCards;
}

/** Makes the cards of all students of a class whose VM has an address, in a folder that holds nothing else. */
export async function makeClassCards(
  session: ClassSession,
  folder: string,
  language: keyof Text,
): Promise<ClassCards> {
  const found = await studentsOf(session);
  const missing = found.flatMap((one) => ('reason' in one ? [one] : []));
  const ready = found.flatMap((one) => ('reason' in one ? [] : [one]));
  if (ready.length === 0) return { cards: [], missing };
  const students = ready.map(({ card }) => card);
  await takeFolder(folder, session.fleet, cardFiles(students));
  const made = await makeCards(students, folder, language);
  const cards = ready.map(({ id, name, card }, index) => ({
    id,
    name,
    address: card.host,
    archive: made.archives[index] ?? '',
  }));
  return { cards, missing, made };
}

interface Ready extends Student {
  readonly card: StudentWithKey;
}

async function studentsOf(session: ClassSession): Promise<(Ready | Cardless)[]> {
  const { config, keyFolder } = session;
  const things = await instancesOf(session);
  return Promise.all(
    config.students.map(async ({ id, name }) => {
      const vm = things.find(({ student }) => student === id);
      if (!vm) return { id, name, reason: 'no-vm' as const };
      const reachable = reachableOf(vm);
      if (!reachable) return { id, name, reason: 'no-address' as const };
      const privateKey = await readFile(join(keyFolder, id), 'utf8').catch(() => undefined);
      if (privateKey === undefined) return { id, name, reason: 'no-key' as const };
      // A card without the keys is useful too.
      const hostKeys = await hostKeysOfVm(session, vm.id).catch(() => []);
      const card = {
        name,
        user: practiceVm.user,
        host: reachable.address,
        privateKey,
        hostKeys,
      };
      return { id, name, card };
    }),
  );
}
