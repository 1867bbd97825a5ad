import { fromFolder } from '../../../core/machine/in-folder';
import type { EngineState } from '../../model/exercise';
import { failureFrom } from '../../engine/refusals';
import type { DockerCheck, DockerContext } from '../check';
import { withRemedy, type Problem } from '../../../core/problem';
import { prepareRemedy } from '../prepare-remedy';
import { askCompose } from './ask';
import { differences } from './differences';
import { withLines } from './expected';
import type { WrongFile } from './mend';
import type { ComposeConfig } from './model';
import { neverWorks } from './never-works';
import { machineRefusal, refusal } from './refusal';
import { fileEmpty } from '../../../core/problems/file';
import { besideFolder, composeFileProblem } from './missing-file';
import { otherFileProblem, type ExerciseFile } from './other-file';
import { readerComposeFile, type ReaderComposeFile } from './readers-file';
import { yamlOf } from '../../../core/checks/reader-file';

/** What is asked of a file, as Compose reads it. */
type Compare = (file: string, config: ComposeConfig) => Problem[];

/** The reader's Compose file says what the exercise asks for, whatever its layout, judged by how Compose reads it. */
export function composeFileSays(
  wanted: EngineState,
  path: string,
  others: readonly ExerciseFile[] = [],
): DockerCheck {
  return {
    subject: 'compose-file',
    title: () => ({ ko: `\`${path}\` 파일의 내용`, en: `The file \`${path}\`` }),
    async run(context) {
      const found = await readersFile(context, wanted, path);
      const beside = found && (await besideFolder(context, path, found));
      if (beside) return [beside];
      return judge(context, wanted, path, { compare: comparison(wanted), others, found });
    },
  };
}

/** What is wrong with what the reader's Compose file says, and how it is mended. */
export function contentProblems(
  context: DockerContext,
  wanted: EngineState,
  path: string,
): Promise<readonly Problem[]> {
  return judge(context, wanted, path, { compare: comparison(wanted) });
}

const comparison =
  (wanted: EngineState): Compare =>
  (file, config) => [...differences(file, config, wanted), ...neverWorks(file, config)];

/** Compose accepts the reader's file, whatever it says; a missing file is no problem. */
export function composeFileIsAccepted(wanted: EngineState, path: string): DockerCheck {
  return {
    subject: 'compose-file',
    title: () => ({ ko: `\`${path}\` 파일의 문법`, en: `The file \`${path}\` is accepted` }),
    async run(context) {
      const problems = await judge(context, wanted, path, { compare: () => [] });
      // One that has nearly the name is meant, and would stay beside a new one.
      return problems.filter(
        ({ code, values }) => code !== 'compose-file-missing' || values['similar'],
      );
    },
  };
}

/** Where a service has no container, there is a file from which Compose can make it. */
export function composeFileIsThere(wanted: EngineState, path: string): DockerCheck {
  return {
    subject: 'compose-file',
    title: () => ({ ko: `\`${path}\` 파일`, en: `The file \`${path}\`` }),
    async run(context) {
      const containers = await context.engine.containers();
      const isUp = Object.keys(wanted.services ?? {}).every((name) => containers.has(name));
      if (isUp) return [];
      const problems = await judge(context, wanted, path, { compare: () => [] });
      const isGiven = context.lab.platform === 'docker' && path in (context.lab.setup.files ?? {});
      return problems.map((problem) =>
        isGiven && problem.code === 'compose-file-missing' && !problem.values['similar']
          ? withRemedy(problem, prepareRemedy(context.lab))
          : problem,
      );
    },
  };
}

interface Judging {
  readonly compare: Compare;
  /** The files that it may be instead. */
  readonly others?: readonly ExerciseFile[];
  /** The reader's file, where it is known. */
  readonly found?: ReaderComposeFile | undefined;
}

async function judge(
  context: DockerContext,
  wanted: EngineState,
  path: string,
  { compare, others = [], found }: Judging,
): Promise<readonly Problem[]> {
  const { dir, files, run } = context;
  const readers = found ?? (await readersFile(context, wanted, path));
  if (!readers) return [await composeFileProblem(context, path)];
  const file = fromFolder(dir, readers.path);
  const source = await yamlOf({ dir, files }, file, 'utf-8');
  if (typeof source !== 'string') return [source];
  if (source.split('\n').every((line) => /^\s*(?:#|$)/.test(line)))
    return [fileEmpty({ file, dir })];
  const answer = await askCompose(run, readers.path);
  const isRead = 'config' in answer;
  if (!isRead) {
    // Without the plugin, the client takes Compose's options for its own.
    if (/unknown (?:shorthand )?flag/.test(answer.stderr)) return [failureFrom(noPlugin).problem];
    const ofMachine = machineRefusal(answer.stderr);
    if (ofMachine) return [ofMachine];
  }
  const told = isRead
    ? compare(file, answer.config)
    : [refusal({ file, source, stderr: answer.stderr, wanted })];
  if (told.every(({ kind }) => kind === 'note')) return told;
  const ofOther = otherFileProblem({ file, dir, source, wanted, path }, others);
  if (ofOther) return [ofOther];
  const wrong = { file, source, wanted, told, ...(isRead ? { config: answer.config } : {}) };
  return (await mended(context, readers.path, wrong, compare)) ?? withLines(told, wanted);
}

function readersFile({ dir, files }: DockerContext, { services = {} }: EngineState, path: string) {
  return readerComposeFile(dir, path, Object.keys(services), files);
}

const noPlugin = "'compose' is not a docker command";

/** The problems of the changes that mend a file, tried on a copy of its text; undefined where Compose does not take the copy. */
async function mended(
  { run }: DockerContext,
  path: string,
  wrong: WrongFile,
  compare: Compare,
): Promise<readonly Problem[] | undefined> {
  // The search is loaded only for a file that is wrong.
  const { mendComposeFile } = await import('./mend');
  const mending = mendComposeFile(wrong);
  if (!mending) return undefined;
  const answer = await askCompose(run, path, mending.text);
  if (!('config' in answer)) return undefined;
  const left = compare(wrong.file, answer.config);
  return [...mending.problems, ...left];
}
