import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { App } from 'cdktf';

import { exercises, type Exercise } from '../labs/exercises';
import { practiceVm } from '../src/class/config/fleet';
import type { PracticeVmProps } from '../src/class/config/practice-vm';
import { DockerLabStack } from './docker-lab/docker-lab-stack';
import { PracticeHostStack } from './practice-host-stack';
import { PracticeVmStack } from './practice-vm-stack';
import { UnreadyStack, type Unready } from './unready-stack';

/** The folder of the project that keeps Terraform's states; only its owner may look inside. */
export const stateFolder = '.tfstate';

/** Writes the Terraform JSON of every Docker lab and machine below a folder, and names the files. */
export async function synthStacks(
  outdir: string,
  {
    project = process.cwd(),
    catalogue = exercises as readonly Exercise[],
    vm = undefined as PracticeVmProps | Unready | undefined,
  } = {},
): Promise<string[]> {
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir, stackTraces: false });
  for (const lab of catalogue)
    if (lab.platform === 'docker') new DockerLabStack(app, lab, places(outdir, project));
  new PracticeHostStack(app, places(outdir, project));
  if (vm && 'reason' in vm) new UnreadyStack(app, practiceVm.stack, vm);
  else if (vm) new PracticeVmStack(app, vm);
  app.synth();
  return Object.values(app.manifest.stacks).map(({ synthesizedStackPath }) =>
    join(outdir, synthesizedStackPath),
  );
}

/** Writes the Terraform JSON of a fleet of practice VMs alone, and names the file. */
export function synthFleet(outdir: string, vm: PracticeVmProps): string {
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir, stackTraces: false });
  const { node } = new PracticeVmStack(app, vm);
  app.synth();
  return join(outdir, app.manifest.stacks[node.id]?.synthesizedStackPath ?? '');
}

/** Relative, so that a project that is moved finds its states again. */
export function places(outdir: string, project: string) {
  const workingFolder = resolve(outdir, 'stacks', 'any');
  const way = relative(workingFolder, resolve(project)).replaceAll('\\', '/');
  return { project: way, state: `${way}/${stateFolder}` };
}
