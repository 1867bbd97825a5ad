import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { composeModel } from '../src/docker/model/compose';
import { many } from '../labs/ch04/many';
import type { Engine } from '../testbed/engine/engine';
import type { Namespace } from '../testbed/engine/namespace';
import type { RunOptions } from '../testbed/programs/process';
import { dkkb } from './places';

/** Runs a program in the place of an engine or a cluster; throws unless it exits with one of the given codes. */
export async function at(
  place: Namespace,
  program: string,
  args: readonly string[],
  { codes = [0], ...options }: RunOptions & { readonly codes?: readonly number[] } = {},
): Promise<string> {
  const { code, stdout, stderr } = await place.exec(program, args, options);
  if (codes.includes(code)) return stdout;
  throw new Error(`${program} ${args.join(' ')}: exit ${code}\n${stderr || stdout}`);
}

/** The compiled command in the place of an engine or a cluster. */
export function dkkbAt(place: Namespace) {
  return (...args: string[]) => at(place, process.execPath, [dkkb, ...args]);
}

/** Plain Compose in the place of an engine, with the services of `ch04-many`. */
export async function composeAt(engine: Engine) {
  const file = join(engine.home, 'compose.json');
  const model = { ...composeModel(many.id, many.solution), name: 'plain' };
  await writeFile(file, JSON.stringify(model));
  return (...args: string[]) => at(engine, 'docker', ['compose', '--file', file, ...args]);
}
