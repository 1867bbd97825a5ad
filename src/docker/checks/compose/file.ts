import { fromFolder } from '../../../core/machine/in-folder';
import type { EngineState } from '../../model/exercise';
import { readAnswer } from '../../../core/answers/answer';
import { failureFrom } from '../../engine/refusals';
import type { DockerCheck, DockerContext } from '../check';
import type { Problem } from '../../../core/problem';
import { composeConfig, differences, type ComposeConfig } from './model';
import { refusal } from './refusal';
import { fileEmpty } from '../../../core/problems/file';
import { composeFileProblem } from './missing-file';
import { readerComposeFile } from './readers-file';
import { yamlOf } from '../../../core/checks/reader-file';

/** The reader's Compose file says what the exercise asks for, whatever its layout, judged by how Compose reads it. */
export function composeFileSays(wanted: EngineState, path: string): DockerCheck {
  return {
    subject: 'compose-file',
    title: () => ({ ko: `\`${path}\` 파일의 내용`, en: `The file \`${path}\`` }),
    run: (context) => judge(context, wanted, path, differences),
  };
}

/** Compose accepts the reader's file, whatever it says; a missing file is no problem. */
export function composeFileIsAccepted(wanted: EngineState, path: string): DockerCheck {
  return {
    subject: 'compose-file',
    title: () => ({ ko: `\`${path}\` 파일의 문법`, en: `The file \`${path}\` is accepted` }),
    async run(context) {
      const problems = await judge(context, wanted, path, () => []);
      return problems.filter(({ code }) => code !== 'compose-file-missing');
    },
  };
}

async function judge(
  context: DockerContext,
  wanted: EngineState,
  path: string,
  compare: (file: string, config: ComposeConfig, wanted: EngineState) => Problem[],
): Promise<Problem[]> {
  const { dir, files, run } = context;
  const services = Object.keys(wanted.services ?? {});
  const found = await readerComposeFile(dir, path, services, files);
  if (!found) return [await composeFileProblem(context, path)];
  const file = fromFolder(dir, found.path);
  const source = await yamlOf({ dir, files }, file, 'utf-8');
  if (typeof source !== 'string') return [source];
  if (source.trim() === '') return [fileEmpty({ file, dir })];
  // With a project name, because Compose cannot make one from every folder's name.
  const config = [
    'compose',
    '--project-name',
    'check',
    '--file',
    found.path,
    'config',
    '--format',
    'json',
  ];
  const { code, stdout, stderr } = await run('docker', config);
  if (code === 0)
    return compare(file, readAnswer(composeConfig, stdout, 'docker compose config'), wanted);
  // Without the plugin, the client takes Compose's options for its own.
  if (/unknown (?:shorthand )?flag/.test(stderr)) return [failureFrom(noPlugin).problem];
  return [refusal({ file, source, stderr, wanted })];
}

const noPlugin = "'compose' is not a docker command";
