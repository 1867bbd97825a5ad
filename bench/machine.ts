import { cpus, loadavg, release, totalmem } from 'node:os';

import { run } from '../testbed/programs/process';

/** The machine and the programs with which the figures were measured, one line for each. */
export async function describeMachine(): Promise<string[]> {
  const load = loadavg().map((value) => value.toFixed(2));
  const [docker, compose, terraform] = await Promise.all([
    version('docker', ['version', '--format', '{{.Server.Version}}, client {{.Client.Version}}']),
    version('docker', ['compose', 'version', '--short']),
    version('terraform', ['version', '-json']),
  ]);
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${memory}, ` +
      `${process.platform} ${release().split('-')[0] ?? ''}`,
    `Node ${process.versions.node}, Docker ${docker}, Compose ${compose}, ` +
      `Terraform ${/"terraform_version": "(.*?)"/.exec(terraform)?.[1] ?? terraform}`,
    `load average when it began: ${load.join(', ')} (${new Date().toISOString().slice(0, 10)})`,
    ...busy(loadavg()[0] ?? 0),
  ];
}

function busy(load: number): string[] {
  if (load <= cpus().length) return [];
  const text = 'the machine was busy with other work: every time is longer than on a quiet one';
  return [`**${text}, and most so where many processes start**`];
}

async function version(program: string, args: readonly string[]): Promise<string> {
  const { code, stdout } = await run(program, args);
  return code === 0 ? stdout.trim() : 'unknown';
}
