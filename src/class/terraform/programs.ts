import { Failure } from '../../core/failure';
import { run } from '../../core/machine/process';
import type { Problem } from '../../core/problem';
import { terraformTooOld } from '../problems/terraform';

/** The first version that takes over what is there by `import` blocks. */
const needed = [1, 5] as const;
const patience = 60_000;

/** What keeps this machine's Terraform from making a class. */
export async function missingPrograms(): Promise<Problem[]> {
  try {
    return await terraform();
  } catch (error) {
    if (error instanceof Failure) return [error.problem];
    throw error;
  }
}

async function terraform(): Promise<Problem[]> {
  const env = { CHECKPOINT_DISABLE: '1' };
  const { stdout } = await run('terraform', ['version'], { env, timeout: patience });
  const [, version, ...parts] = /^Terraform v((\d+)\.(\d+)[\w.-]*)/.exec(stdout) ?? [];
  // A program that names no version is no older one: what it cannot do, it will say itself.
  if (version === undefined) return [];
  const [major = 0, minor = 0] = parts.map(Number);
  const isOld = major < needed[0] || (major === needed[0] && minor < needed[1]);
  return isOld ? [terraformTooOld({ version, needed: needed.join('.') })] : [];
}
