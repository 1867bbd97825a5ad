import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { Failure } from '../../core/failure';
import { dataFolder } from '../../core/machine/paths';
import { run } from '../../core/machine/process';
import { environment, failureOf, lockOption } from './terraform';
import { classStateLocked, classStateDamaged } from '../problems/aws';

/** Who has locked a state, by the file that Terraform writes beside it. */
export interface Holder {
  readonly who: string;
  readonly operation: string;
  readonly since: string;
}

/** Waits until no Terraform has a state locked; throws `class-state-locked` where one keeps the lock. */
export async function awaitState(
  folder: string,
  state: string,
  pluginCache: string,
  onWait: (holder: Holder) => void,
): Promise<void> {
  const holder = await holderOf(state);
  if (!holder) return;
  onWait(holder);
  // Takes the lock and changes nothing. The file alone proves nothing: it stays when Terraform is killed.
  const words = ['untaint', '-allow-missing', '-no-color', lockOption(), 'terraform_data.none'];
  const options = { cwd: folder, env: environment(pluginCache) };
  const { code, stderr } = await run('terraform', words, options);
  if (code === 0) return;
  if (!/acquiring the state lock/i.test(stderr)) throw failureOf(stderr, 'terraform untaint');
  throw new Failure(classStateLocked({ ...holder, path: state }));
}

/** Waits as `awaitState` does, by the folder of a class. Without the program nothing can have the state locked. */
export async function awaitAnyState(folder: string, onWait: () => void): Promise<void> {
  const state = join(folder, 'terraform.tfstate');
  const plugins = join(dataFolder(), 'terraform-plugins');
  try {
    await awaitState(folder, state, plugins, onWait);
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'program-missing')) throw error;
  }
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

/** The ids in a state, by the address of their resources; none where there is no state. */
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
