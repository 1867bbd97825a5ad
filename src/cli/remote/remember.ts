import { resolve } from 'node:path';

import { computerFolder } from '../../core/machine/paths';
import { updateRecord } from '../../core/machine/records';
import { record } from '../../core/verbs/record';
import type { Verdict } from '../../core/verdict';
import type { Lab } from '../../../labs/lab';
import { wordsOf, type RemoteFlags } from './machine';

/** Whether a lab leads to another machine, so that its pass there is one of this computer too. */
function leadsElsewhere(lab: Lab | undefined): boolean {
  return lab?.platform === 'machine' && 'elsewhere' in lab;
}

/** Remembers on this computer too what was passed on another machine, with the options that lead there. */
export async function rememberHere(
  labs: readonly Lab[],
  verdicts: readonly Verdict[],
  flags: RemoteFlags,
): Promise<void> {
  const folder = computerFolder();
  for (const verdict of verdicts) {
    const lab = labs.find(({ id }) => id === verdict.lab.id);
    if (verdict.status !== 'passed' || !leadsElsewhere(lab)) continue;
    await record(verdict, { folder });
    const passedOn = wordsOf(fromAnywhere(flags));
    await updateRecord(folder, verdict.lab.id, (known) => ({ ...known, passedOn }));
  }
}

/** The options that name the machine, right in every folder. */
function fromAnywhere({ on, identity, knownHosts }: RemoteFlags): RemoteFlags {
  return {
    ...(on === undefined ? {} : { on }),
    ...(identity === undefined ? {} : { identity: resolve(identity) }),
    ...(knownHosts === undefined ? {} : { knownHosts: resolve(knownHosts) }),
  };
}
