import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Engine } from '../engine/engine';
import { forward } from '../engine/forward';
import { LyingApi, type Lie } from './lying-api';

/** A stand-in for a web server or a registry at a port of a student's machine: all its answers are lies. */
export async function startLyingWeb(
  student: Engine,
  port: number,
  lies: readonly Lie[],
): Promise<{ readonly asked: readonly string[]; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-web-'));
  const server = new LyingApi(join(folder, 'web.sock'), join(folder, 'nobody'));
  server.lies = lies;
  await server.listen();
  const spawn = student.spawn.bind(student);
  const end = await forward(spawn, '127.0.0.1', port, server.socket);
  return {
    asked: server.asked,
    stop: async () => {
      await end();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
