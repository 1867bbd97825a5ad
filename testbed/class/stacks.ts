import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { DockerExercise } from '../../src/docker/model/exercise';
import type { Engine, Finished } from '../engine/engine';
import { stateFolder, synthStacks } from '../../stacks/synth';

/** Runs Terraform on a lab's stack, whatever its exit code. */
export type Terraform = (lab: DockerExercise, ...args: string[]) => Promise<Finished>;

/** Synthesizes labs in an engine's home; returns a function that runs Terraform on their stacks. */
export async function useStacks(
  engine: Engine,
  catalogue: readonly DockerExercise[],
): Promise<Terraform> {
  const project = engine.home;
  const outdir = join(project, 'cdktf.out');
  mkdirSync(join(project, stateFolder));
  await synthStacks(outdir, { project, catalogue });
  return (lab, ...args) =>
    engine.exec('terraform', [...args, '-no-color', '-input=false'], {
      cwd: join(outdir, 'stacks', lab.id),
    });
}
