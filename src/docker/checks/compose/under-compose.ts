import { fromFolder } from '../../../core/machine/in-folder';
import { nameInFile } from '../../model/compose-labels';
import { composeCommand } from '../../model/compose-paths';
import type { EngineState } from '../../model/exercise';
import { namesOf, serviceOf } from '../../model/service';
import type { ContainerFacts, EngineSnapshot } from '../../engine/facts';
import type { DockerCheck, DockerContext } from '../check';
import { Failure } from '../../../core/failure';
import { withEdits, type Problem } from '../../../core/problem';
import { commandOf } from '../../../core/shell/command';
import { typed } from '../../../core/shell/typed';
import { knownExit } from '../exit/exit';
import { readerComposeFile } from './readers-file';

/** A check of a service that comes from a Compose file: its advice is to change that file and to use Compose; where no other check shows the changes of the file, `wanted` is what it has to say. */
export function underCompose(check: DockerCheck, path: string, wanted?: EngineState): DockerCheck {
  return {
    ...check,
    async run(context) {
      const problems = await check.run(context);
      if (problems.length === 0) return problems;
      const file = await fileOf(context, path);
      const containers = await context.engine.containers();
      const told = problems.map((problem) => inComposeTerms(problem, file, containers));
      return wanted ? withChanges(told, { context, wanted, path, containers }) : told;
    },
  };
}

interface Described {
  readonly context: DockerContext;
  readonly wanted: EngineState;
  readonly path: string;
  readonly containers: ReadonlyMap<string, ContainerFacts>;
}

/** Problems of what Compose has made otherwise than it should be, each with the changes of its service in the file. */
async function withChanges(
  problems: readonly Problem[],
  { context, wanted, path, containers }: Described,
): Promise<Problem[]> {
  const isOfFile = ({ values: { name = '', run } }: Problem) => {
    const container = containers.get(name);
    return run !== undefined && container !== undefined && isComposed(container);
  };
  if (!problems.some(isOfFile)) return [...problems];
  const told = await inFileOnce(context, wanted, path);
  return problems.map((problem) => {
    const service = serviceName(problem.values['name'] ?? '', containers);
    const own = told.filter(({ values }) => isAbout(values, service));
    const edits = own.flatMap(({ edits: those = [] }) => those);
    return isOfFile(problem) ? withEdits(problem, edits) : problem;
  });
}

function isAbout({ service, place }: Problem['values'], name: string): boolean {
  return service === name || place === `services.${name}`;
}

/** What is wrong in the file, for each lab's view of the engine: several checks ask for it. */
const inFiles = new WeakMap<EngineSnapshot, Promise<readonly Problem[]>>();

function inFileOnce(context: DockerContext, wanted: EngineState, path: string) {
  const found = inFiles.get(context.engine) ?? inFile(context, wanted, path);
  inFiles.set(context.engine, found);
  return found;
}

async function inFile(context: DockerContext, wanted: EngineState, path: string) {
  const { contentProblems } = await import('./file');
  return contentProblems(context, wanted, path).catch(noneIfUnread);
}

// The file is only looked at for its changes. What it cannot be read for is told by its own check.
function noneIfUnread(error: unknown): readonly Problem[] {
  if (error instanceof Failure) return [];
  throw error;
}

/** The service's container does not end again and again: with `restart`, such a container may be running when the checks look at it. */
export function staysUp(name: string): DockerCheck {
  return {
    subject: name,
    title: () => ({
      ko: `\`${name}\` 컨테이너가 다시 시작되지 않음`,
      en: `Container \`${name}\` stays up`,
    }),
    async run({ lab, engine }) {
      const container = (await engine.containers()).get(name);
      if (!container) return [];
      const known = knownExit(container, serviceOf(lab, name), await engine.log(name));
      return known ? [known] : [];
    },
  };
}

async function fileOf({ dir, files, lab }: DockerContext, path: string): Promise<string> {
  const found = await readerComposeFile(dir, path, [...namesOf(lab).services.keys()], files);
  return found?.isAbout ? fromFolder(dir, found.path) : path;
}

function inComposeTerms(
  problem: Problem,
  file: string,
  containers: ReadonlyMap<string, ContainerFacts>,
): Problem {
  const { name = '' } = problem.values;
  const container = containers.get(name);
  // What was run by hand is not changed in a file.
  if (container && !isComposed(container)) return problem;
  const apply = commandOf(...composeCommand(file, 'up', '-d'));
  const instead = problem.inFile({ file, service: serviceName(name, containers), apply });
  const real = container?.name ?? name;
  return {
    ...problem,
    values: 'run' in problem.values ? { ...problem.values, run: typed(apply) } : problem.values,
    describe(machine) {
      const { message, remedy } = problem.describe(machine);
      if (instead) return { message, remedy: instead };
      // Compose has given the container a name of its own.
      const { commands } = problem.describe(machine, { name: real }).remedy;
      return { message, remedy: commands ? { ...remedy, commands } : remedy };
    },
  };
}

/** Whether Compose has made a container. */
function isComposed({ labels }: ContainerFacts): boolean {
  return nameInFile('service', labels) !== undefined;
}

function serviceName(name: string, containers: ReadonlyMap<string, ContainerFacts>): string {
  return nameInFile('service', containers.get(name)?.labels ?? {}) ?? name;
}
