import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './paths';

const copied = ['package.json', 'cdktf.json', 'cdk8s.yaml', 'esbuild.config.mjs'];
const linked = ['node_modules', 'src', 'stacks', 'charts', 'labs', 'scripts'];

/** Makes a folder a project of its own: this one's sources and packages, but no build, output or state. */
export function makeProject(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of copied) copyFileSync(join(repository, file), join(folder, file));
  for (const room of linked) symlinkSync(join(repository, room), join(folder, room));
}
