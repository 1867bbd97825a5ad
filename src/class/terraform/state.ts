import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { Failure } from '../../core/failure';
import { run } from '../../core/machine/process';
import { environment, failureOf, lockOption } from './terraform';
import { classStateLocked, classStateDamaged } from '../problems/aws';

/** Who holds a state, by the note that Terraform leaves beside it. */
export interface Holder {
  readonly who: string;
  readonly operation: string;
  readonly since: string;
}

/** Waits until no Terraform holds a state; throws `class-state-locked` where one does not let go. */
export async function awaitState(
  folder: string,
  state: string,
  pluginCache: string,
  onWait: (holder: Holder) => void,
): Promise<void> {
  const holder = await holderOf(state);
  if (!holder) return;
  onWait(holder);
  // Takes the lock and changes nothing. The note alone proves nothing: it outlives a killed Terraform.
  const words = ['untaint', '-allow-missing', '-no-color', lockOption(), 'terraform_data.none'];
  const options = { cwd: folder, env: environment(pluginCache) };
  const { code, stderr } = await run('terraform', words, options);
  if (code === 0) return;
  if (!/acquiring the state lock/i.test(stderr)) throw failureOf(stderr, 'terraform untaint');
  throw new Failure(classStateLocked({ ...holder, path: state }));
}

/** Makes a state for its owner only before Terraform does: it keeps the mode of a file that is there, and an empty one is no state. */
export async function keepStatePrivate(path: string): Promise<void> {
  await writeFile(path, '', { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function holderOf(state: string): Promise<Holder | undefined> {
  const note = join(dirname(state), `.${basename(state)}.lock.info`);
  const text = await readFile(note, 'utf8').catch(() => '');
  const [who, operation, since] = ['Who', 'Operation', 'Created'].map(
    (field) => new RegExp(`"${field}":"([^"]*)"`).exec(text)?.[1] ?? '',
  );
  return text === ''
    ? undefined
    : { who: who ?? '', operation: operation ?? '', since: since ?? '' };
}

/** The ids that a state knows, by the address of their resources; none where there is no state. */
export async function knownIds(state: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(state, 'utf8').catch(() => '');
  const known = new Map<string, string>();
  if (text.trim() === '') return known;
  try {
    const { resources = [] } = JSON.parse(text) as StateFile;
    for (const { mode, type, name, instances } of resources)
      for (const { index_key, attributes } of instances) {
        const key = index_key === undefined ? '' : `[${JSON.stringify(index_key)}]`;
        if (mode === 'managed') known.set(`${type}.${name}${key}`, attributes.id ?? '');
      }
    return known;
  } catch {
    throw new Failure(classStateDamaged({ path: state }));
  }
}

interface StateFile {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string;
      readonly attributes: { readonly id?: string };
    }[];
  }[];
}
