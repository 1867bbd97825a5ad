import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import type { Engine } from '../testbed/engine/engine';
import { at } from './in-engine';
import { project } from './places';

const files = ['package.json', 'tsconfig.json', 'cdktf.json', 'esbuild.config.mjs'];
const folders = ['node_modules', 'labs', 'classes', 'stacks', 'checks', 'runtime', 'scripts'];

/** The real `cdktf` for an engine, in a project of its own: the state and output of this project stay as they are. */
export async function cdktfAt(engine: Engine) {
  const cwd = join(engine.home, 'project');
  if (!existsSync(cwd)) {
    await mkdir(cwd);
    for (const part of [...files, ...folders]) {
      await symlink(join(project, part), join(cwd, part));
    }
  }
  const program = join(project, 'node_modules', '.bin', 'cdktf');
  return (...args: string[]) => at(engine, program, args, { cwd });
}
