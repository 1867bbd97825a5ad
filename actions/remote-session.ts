import { posix } from 'node:path';

import { lookAtEngine } from '../runtime/engine';
import { engineFolder } from '../runtime/paths';
import { openRemote } from '../runtime/remote';
import { SshConnection } from '../runtime/ssh';
import type { SshOptions, SshTarget } from '../runtime/ssh-target';
import type { Session } from './session';

/** Works on a session of the engine of a machine that is reached by SSH, then ends the connection. */
export async function withRemoteSession<T>(
  target: SshTarget,
  options: SshOptions & { readonly dir?: string },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const connection = await SshConnection.open(target, options);
  const before = process.env['DOCKER_HOST'];
  try {
    const { engine, home, ...outside } = await openRemote(connection);
    // The docker client and the API of this process then mean that engine.
    process.env['DOCKER_HOST'] = engine;
    return await work({
      folder: engineFolder(nameOf(target)),
      dir: posix.resolve(home, options.dir ?? ''),
      patience: 0,
      look: () => ({ ...lookAtEngine(engine), isLocal: false }),
      outside,
    });
  } finally {
    if (before === undefined) delete process.env['DOCKER_HOST'];
    else process.env['DOCKER_HOST'] = before;
    await connection.close();
  }
}

function nameOf({ user, host, port = 22 }: SshTarget): string {
  return `ssh://${user ? `${user}@` : ''}${host}:${port}`;
}
