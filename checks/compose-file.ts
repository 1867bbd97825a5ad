import { join, relative } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { composeFolder, composePath } from '../labs/compose-place';
import type { EngineState } from '../labs/lab';
import { failureFrom } from '../runtime/failure';
import type { Check, CheckContext, Problem } from './check';
import { differences, type ComposeConfig } from './compose-model';
import { fileMissing, fileUnreadable, optionUnknown } from './problems/compose';
import { problemOf } from './problems/machine';

const fileNames = ['docker-compose.yml', 'docker-compose.yaml', 'compose.yaml', 'compose.yml'];

/** The reader's Compose file says what the exercise asks for, whatever its layout, judged by what Compose makes of it. */
export function composeFileSays(wanted: EngineState): Check {
  return {
    subject: 'compose-file',
    title: () => ({
      ko: `\`${composePath}\` 파일의 내용`,
      en: `The file \`${composePath}\``,
    }),
    async run(context) {
      const file = await findFile(context);
      if (!file) return [fileMissing({ file: composePath })];
      const shown = relative(context.dir, file) || file;
      const config = ['compose', '--file', file, 'config', '--format', 'json'];
      const { code, stdout, stderr } = await context.run('docker', config);
      if (code === 0) return differences(shown, JSON.parse(stdout) as ComposeConfig, wanted);
      return [await refusal(context, file, shown, stderr)];
    },
  };
}

async function findFile({ dir, files }: CheckContext): Promise<string | undefined> {
  const candidates = [composeFolder, '.'].flatMap((place) =>
    fileNames.map((name) => join(dir, place, name)),
  );
  for (const candidate of candidates) {
    if (await files.exists(candidate)) return candidate;
  }
  return undefined;
}

const serviceOptions = [
  'image',
  'environment',
  'ports',
  'networks',
  'volumes',
  'depends_on',
  'restart',
  'command',
  'container_name',
  'healthcheck',
  'services',
  'build',
  'entrypoint',
  'tty',
  'stdin_open',
];

async function refusal(
  { files }: CheckContext,
  file: string,
  shown: string,
  stderr: string,
): Promise<Problem> {
  const unknown =
    /(?<place>[\w.-]*?)\s*\(?root\)?\s*[Aa]dditional propert(?:y|ies) '?(?<option>[\w.-]+)'? (?:is|are)? ?not allowed/.exec(
      stderr,
    ) ??
    /(?<place>[\w.-]+):? [Aa]dditional propert(?:y|ies) '?(?<option>[\w.-]+)'? (?:is|are)? ?not allowed/.exec(
      stderr,
    );
  if (unknown?.groups) {
    const { place = '', option = '' } = unknown.groups;
    const similar = serviceOptions.find(
      (known) => known !== option && distance(known, option) <= 2,
    );
    return optionUnknown({ file: shown, place: place || '(root)', option, similar: similar ?? '' });
  }
  const failure = failureFrom(stderr);
  if (failure.code !== 'command-failed') return problemOf(failure);
  const line = /line (\d+)/.exec(stderr)?.[1] ?? '';
  const text = line ? ((await files.read(file)).split('\n')[Number(line) - 1] ?? '').trim() : '';
  return fileUnreadable({ file: shown, line, text, said: failure.values['said'] ?? '' });
}
