import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../../src/core/machine/ports';
import { cache } from '../programs/paths';
import { isOpen } from '../programs/ports';
import { until } from '../programs/until';

/** A registry with the images of the test bed at this machine's loopback address, which a VM reaches. */
export async function startVmRegistry(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-vm-registry-'));
  const port = await freePort();
  const config = join(folder, 'registry.yml');
  writeFileSync(config, JSON.stringify(settings(port)));
  const registry = spawn('setpriv', ['--pdeathsig', 'KILL', 'docker-registry', 'serve', config], {
    stdio: 'ignore',
  });
  const ended = once(registry, 'close');
  await until(() => isOpen(port), Boolean);
  return {
    port,
    async stop() {
      registry.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function settings(port: number): object {
  return {
    version: '0.1',
    log: { level: 'error', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: join(cache, 'registry') },
      maintenance: { uploadpurging: { enabled: false }, readonly: { enabled: true } },
    },
    http: { addr: `127.0.0.1:${String(port)}` },
  };
}
