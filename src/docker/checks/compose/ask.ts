import { readAnswer } from '../../../core/answers/answer';
import { parentOf } from '../../../core/machine/in-folder';
import type { Run } from '../../../core/machine/process';
import { composeConfig, type ComposeConfig } from './model';

/** What Compose says of a file: how it reads it, or why it does not. */
export type ComposeAnswer = { readonly config: ComposeConfig } | { readonly stderr: string };

/** Asks Compose how it reads the file of that path; with a text, how it would read that text in its place. */
export async function askCompose(run: Run, path: string, text?: string): Promise<ComposeAnswer> {
  // With a project name, because Compose cannot make one from every folder's name.
  const args = ['compose', '--project-name', 'check'];
  const place =
    text === undefined ? ['--file', path] : ['--project-directory', parentOf(path), '--file', '-'];
  const { code, stdout, stderr } = await run(
    'docker',
    [...args, ...place, 'config', '--format', 'json'],
    text === undefined ? {} : { input: text },
  );
  if (code !== 0) return { stderr };
  return { config: readAnswer(composeConfig, stdout, 'docker compose config') };
}
