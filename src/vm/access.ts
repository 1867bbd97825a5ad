import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod/mini';

import { readAnswer } from '../core/answers/answer';
import { Failure } from '../core/failure';
import { dataFolder } from '../core/machine/paths';
import { commandFailed } from '../core/problems/program';
import type { MachineAccess } from '../core/ssh/machine-access';

const record = z.object({
  port: z.number(),
  user: z.string(),
  identity: z.string(),
  knownHosts: z.string(),
});

/** How the practice VM is reached. */
export async function vmAccess(): Promise<MachineAccess> {
  const file = join(dataFolder(), 'vm', 'access.json');
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text === '')
    throw new Failure(commandFailed({ command: 'dkkb vm up', said: 'no practice VM' }));
  const { port, user, identity, knownHosts } = readAnswer(record, text, file);
  return { target: { user, host: '127.0.0.1', port }, identity, knownHosts };
}
