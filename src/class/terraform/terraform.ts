import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { awsFailure } from '../aws/client';
import { Failure } from '../../core/failure';
import { fingerprint } from '../../core/machine/files';
import { writePrivate } from '../../core/machine/private-files';
import { run } from '../../core/machine/process';
import { commandFailed } from '../../core/problems/program';

/** How long to wait for a state that another run, or one whose dkkb was killed, still has locked. */
export const lockOption = () => `-lock-timeout=${process.env['DKKB_LOCK_TIMEOUT'] || '300s'}`;

/** One resource that is made, as Terraform reports it while it applies. */
export interface Change {
  readonly resource: string;
  readonly key?: string;
  readonly state: 'begun' | 'waiting' | 'done' | 'failed';
  /** Since its beginning. */
  readonly seconds: number;
}

/** The result of an apply: the resources that failed, by their address, and why. */
export interface Applied {
  readonly code: number;
  readonly errors: readonly { readonly address: string; readonly said: string }[];
}

/** One resource that Terraform would change. */
export interface PlannedChange {
  readonly address: string;
  readonly resource: string;
  readonly key?: string;
  readonly action: string;
}

interface Line {
  readonly type?: string;
  readonly change?: {
    readonly action?: string;
    readonly resource?: {
      readonly addr?: string;
      readonly resource_type?: string;
      readonly resource_key?: string | null;
    };
  };
  readonly hook?: {
    readonly action?: string;
    readonly elapsed_seconds?: number;
    readonly resource?: {
      readonly resource?: string;
      readonly resource_type?: string;
      readonly resource_key?: string | null;
    };
  };
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail?: string;
    readonly address?: string;
  };
}

/** The environment variables of Terraform. */
export const environment = (pluginCache: string) => ({
  TF_IN_AUTOMATION: '1',
  CHECKPOINT_DISABLE: '1',
  ...(process.env['TF_PLUGIN_CACHE_DIR'] ? {} : { TF_PLUGIN_CACHE_DIR: pluginCache }),
});

/** Fetches the providers, unless this folder already has those that the JSON requires. */
export async function terraformInit(
  folder: string,
  requirements: string,
  pluginCache: string,
): Promise<void> {
  const mark = join(folder, '.terraform', 'initialized');
  const wanted = fingerprint(requirements);
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return;
  const { code, stdout, stderr } = await run('terraform', ['init', '-input=false', '-no-color'], {
    cwd: folder,
    env: environment(pluginCache),
  });
  if (code !== 0) throw failureOf(stderr || stdout, 'terraform init');
  await writePrivate(mark, wanted);
}

/** The name of the file that keeps a plan until it is applied. */
const planFile = 'next.tfplan';

/** Plans what the JSON of a folder asks for, and keeps the plan for `terraformApply`; changes nothing. */
export async function terraformPlan(
  folder: string,
  pluginCache: string,
  more: readonly string[],
): Promise<readonly PlannedChange[]> {
  const planned: PlannedChange[] = [];
  const words = ['plan', '-json', '-input=false', '-parallelism=50', `-out=${planFile}`];
  const { code, errors } = await follow(
    folder,
    pluginCache,
    [...words, lockOption(), ...more],
    (line) => planned.push(...plannedIn(line)),
  );
  const [error] = errors;
  if (error) throw failureOf(error.said, 'terraform plan');
  if (code !== 0)
    throw new Failure(commandFailed({ command: 'terraform plan', said: `exit code ${code}` }));
  return planned;
}

/** Applies the plan of a folder, many resources at once; `onChange` gets each change as it happens. */
export async function terraformApply(
  folder: string,
  pluginCache: string,
  onChange: (change: Change) => void,
): Promise<Applied> {
  const words = ['apply', '-json', '-input=false', '-parallelism=50', lockOption(), planFile];
  const applied = await follow(folder, pluginCache, words, (line) => {
    const change = changeOf(line);
    if (change) onChange(change);
  });
  await rm(join(folder, planFile), { force: true });
  const general = applied.errors.find(({ address }) => !address.startsWith('aws_'));
  const refused = general && awsFailure(general.said);
  if (refused) throw refused;
  return applied;
}

async function follow(
  folder: string,
  pluginCache: string,
  words: readonly string[],
  onLine: (line: Line) => void,
): Promise<Applied> {
  const errors: { address: string; said: string }[] = [];
  const { code } = await run('terraform', words, {
    cwd: folder,
    env: environment(pluginCache),
    onLine: (text) => {
      const line = parseLine(text);
      onLine(line);
      const { diagnostic } = line;
      if (diagnostic?.severity === 'error')
        errors.push({
          address: diagnostic.address ?? '',
          said: [diagnostic.summary, diagnostic.detail].filter(Boolean).join(': '),
        });
    },
  });
  return { code, errors };
}

function plannedIn({ type, change }: Line): PlannedChange[] {
  const { addr: address, resource_type: resource, resource_key: key } = change?.resource ?? {};
  if (type !== 'planned_change' || !address || !resource) return [];
  return [{ address, resource, action: change?.action ?? '', ...(key ? { key } : {}) }];
}

function parseLine(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return {};
  }
}

const states: Readonly<Record<string, Change['state']>> = {
  apply_start: 'begun',
  apply_progress: 'waiting',
  apply_complete: 'done',
  apply_errored: 'failed',
};

function changeOf({ type = '', hook }: Line): Change | undefined {
  const state = states[type];
  const { resource_type, resource_key } = hook?.resource ?? {};
  if (!state || !resource_type || hook?.action !== 'create') return undefined;
  const seconds = hook.elapsed_seconds ?? 0;
  return {
    resource: resource_type,
    state,
    seconds,
    ...(resource_key ? { key: resource_key } : {}),
  };
}

/** The failure that Terraform's error message means. */
export function failureOf(said: string, command: string): Failure {
  const words = said.split('\n').filter((line) => line.trim());
  return (
    awsFailure(said) ?? new Failure(commandFailed({ command, said: words.slice(0, 3).join(' ') }))
  );
}
