import { existsSync, realpathSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import * as z from 'zod/mini';

import { record, text } from '../../core/answers/form-parts';
import { parseJson } from '../../core/answers/json';
import { practiceHost } from '../../core/practice-machine';
import { greetsAsSsh } from '../../core/ssh/greets';

/** A practice machine that this project has made, and how it is reached. */
export interface KnownMachine {
  /** As behind `ssh://`: `ubuntu@203.0.113.7`. */
  readonly host: string;
  readonly identity: string;
}

const form = z.object({
  outputs: z.optional(
    z.object({ ssh: z.optional(z.object({ value: record(text(100), text(1_000), 500) })) }),
  ),
});

/** The login that Terraform's state of `practice-vm` has; undefined where there is none. */
export function loginIn(state: string): KnownMachine | undefined {
  try {
    const { data } = form.safeParse(parseJson(state));
    const [line = ''] = Object.values(data?.outputs?.ssh?.value ?? {});
    const found = /^ssh -i '([^']{1,500})' ([a-z]{1,32}@[\w.:-]{1,255})$/.exec(line);
    return found ? { identity: found[1] ?? '', host: found[2] ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

/** A state of a class of 500 is smaller. */
const mostBytes = 8 * 2 ** 20;

/** The EC2 VM that `cdktf deploy practice-vm` has made from this project. */
export async function ownEc2(): Promise<KnownMachine | undefined> {
  for (const folder of projectFolders()) {
    const file = join(folder, '.tfstate', 'practice-vm.tfstate');
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile() || found.size > mostBytes) continue;
    const login = loginIn(await readFile(file, 'utf8').catch(() => ''));
    if (login) return login;
  }
  return undefined;
}

/** How long, in milliseconds, a server of this computer may take for its first words. */
const patience = 1_500;

/** The practice machine that `cdktf deploy practice-host` has made from this project; each command of cdktf makes its key, so that the machine has to answer. */
export async function ownHost(): Promise<KnownMachine | undefined> {
  const { user, sshPort, privateKey } = practiceHost;
  const identity = projectFolders()
    .map((folder) => join(folder, privateKey))
    .find((file) => existsSync(file));
  if (identity === undefined || !(await greetsAsSsh(sshPort, patience))) return undefined;
  return { host: `${user}@127.0.0.1:${sshPort}`, identity };
}

/** Where the project may be: the folder of the reader, and that of the program. */
function projectFolders(): string[] {
  const [, program = ''] = process.argv;
  const own = existsSync(program) ? dirname(dirname(realpathSync(program))) : undefined;
  return [process.cwd(), ...(own ? [own] : [])];
}
