import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { practiceVm } from '../config/fleet';
import { toldApart, type Student } from '../config/students';
import type { Text } from '../../core/text';
import { cardFiles, makeCards, type MadeCards, type StudentWithKey } from './cards';
import { hasAnswered } from '../vm/answered';
import { hostKeysOfVm } from '../vm/hosts';
import { keyFileFor, provenKey } from '../records/keys';
import { instancesOf, type ClassSession } from '../session';
import { reachableOf } from '../status';
import { ownFirst } from '../own-vm';
import { takeFolder } from './own-folder';

/** A student without a card, and why. */
export interface Cardless extends Student {
  readonly reason: 'no-vm' | 'no-address' | 'no-key' | 'other-key' | 'no-note';
}

/** A student whose card was made. */
export interface Carded extends Student {
  readonly address: string;
  /** Whether the VM has ever answered this computer. */
  readonly answered: boolean;
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
  const cards = ready.map(({ id, name, answered, card }, index) => ({
    id,
    name,
    address: card.host,
    answered,
    archive: made.archives[index] ?? '',
  }));
  return { cards, missing, made };
}

interface Ready extends Student {
  readonly answered: boolean;
  readonly card: StudentWithKey;
}

async function studentsOf(session: ClassSession): Promise<(Ready | Cardless)[]> {
  const { config } = session;
  const labelOf = toldApart(config.students);
  const things = ownFirst(await instancesOf(session));
  return Promise.all(
    config.students.map(async ({ id, name }) => {
      const vm = things.find(({ student }) => student === id);
      if (!vm) return { id, name, reason: 'no-vm' as const };
      const reachable = reachableOf(vm);
      if (!reachable) return { id, name, reason: 'no-address' as const };
      if (vm.keys === undefined) return { id, name, reason: 'no-note' as const };
      const file = await keyFileFor(session, id, vm.keys);
      const privateKey = file && (await provenKey(file, vm.keys));
      if (!privateKey) return { id, name, reason: await whyNone(session, id) };
      // A card without the keys is useful too.
      const hostKeys = await hostKeysOfVm(session, vm.id).catch(() => []);
      const card = {
        name: labelOf({ id, name }),
        user: practiceVm.user,
        host: reachable.address,
        privateKey,
        hostKeys,
        ...(vm.endsAt ? { until: vm.endsAt } : {}),
      };
      return { id, name, answered: await hasAnswered(session, vm.id), card };
    }),
  );
}

/** Whether there is no key for a student, or one that does not open the VM. */
async function whyNone({ keyFolder }: ClassSession, id: string): Promise<'no-key' | 'other-key'> {
  return access(join(keyFolder, id)).then(
    () => 'other-key',
    () => 'no-key',
  );
}
