import { runCommand } from '../model/commands';
import type { DockerExercise, Service } from '../model/exercise';
import { namesOf, networksOf, portsOf, serviceOf } from '../model/service';
import type { ContainerFacts, EngineSnapshot, PublishedPort } from '../engine/facts';
import { failureFrom } from '../engine/refusals';
import type { DockerCheck, DockerContext } from './check';
import type { Problem } from '../../core/problem';
import { exitProblem } from './exit/exit';
import { isImage } from './image-name';
import { makeAgain } from './make-again';
import type { Again } from '../problems/again';
import { isOfPort, keptFromStarting } from './port-problem';
import * as problems from '../problems/container';
import { containerNotStarted, containerPaused } from '../problems/container-state';
import { portNotPublished, portWrong } from '../problems/published-ports';
import { namelessRun } from './nameless-run';
import { endedInstead } from './ended-instead';
import { nearContainer } from './near-container';
import { swappedPorts } from './swapped-ports';
import { commandAfterImage, optionsAfterImage } from './after-image';

/** The container runs, from the exercise's image, with its ports published. */
export function runsAsDescribed(name: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => ({
      ko: `\`${name}\` 컨테이너 실행 (${describe(serviceOf(lab, name))})`,
      en: `Container \`${name}\` runs (${describe(serviceOf(lab, name))})`,
    }),
    async run(context) {
      const { lab, engine } = context;
      const service = serviceOf(lab, name);
      const container = (await engine.containers()).get(name);
      const made = await creationProblems(lab, engine, name);
      // A container that has to be made again needs no advice on how to start it.
      if (!container || made.length > 0) return made;
      return stateProblems(engine, container, service, context);
    },
  };
}

/** The container is there, from the exercise's image, with its ports; whether it runs is another question. */
export function madeAsDescribed(name: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => ({
      ko: `\`${name}\` 컨테이너 만들기 (${describe(serviceOf(lab, name))})`,
      en: `Container \`${name}\` is made (${describe(serviceOf(lab, name))})`,
    }),
    run: ({ lab, engine }) => creationProblems(lab, engine, name),
  };
}

function describe({ image, ports = [] }: Service): string {
  return [image, ...ports].join(', ');
}

/** What is wrong with how a container was made, also that there is none. */
export async function creationProblems(
  lab: DockerExercise,
  engine: EngineSnapshot,
  name: string,
): Promise<Problem[]> {
  const service = serviceOf(lab, name);
  const containers = await engine.containers();
  const container = containers.get(name);
  if (!container) return [await missing(lab, engine, name)];
  const again = makeAgain(container.name, service, container);
  const typed = optionsAfterImage(container);
  return [
    ...(await imageProblems(engine, container, service, again)),
    ...(typed
      ? [problems.optionsAfterImage({ ...again, typed, image: service.image })]
      : portProblems(container, service, again).map(
          (problem) => swappedPorts(lab, name, containers) ?? problem,
        )),
  ];
}

async function missing(
  lab: DockerExercise,
  engine: EngineSnapshot,
  name: string,
): Promise<Problem> {
  const service = serviceOf(lab, name);
  const [existing, networks] = await Promise.all([engine.containers(), engine.networks()]);
  const containers = [...existing.values()];
  const others = [...namesOf(lab).services].filter(([other]) => !existing.has(other));
  const similar = nearContainer(name, service, containers, Object.fromEntries(others));
  const meant = similar
    ? undefined
    : (namelessRun(lab, name, containers) ?? (await endedInstead(lab, name, containers, engine)));
  if (meant) return meant;
  const network = networksOf(service).find((one) => !networks.has(one)) ?? '';
  return problems.containerMissing({ name, run: runCommand(name, service), similar, network });
}

/** What keeps a container that is there from running. */
export async function stateProblems(
  engine: EngineSnapshot,
  container: ContainerFacts,
  service: Service,
  context: Pick<DockerContext, 'run' | 'machine'>,
): Promise<Problem[]> {
  const { name, state } = container;
  switch (state.status) {
    case 'running':
      return [];
    case 'paused':
      return [containerPaused({ name })];
    case 'created': {
      const { code, values } = failureFrom(state.error);
      const { port = '' } = values;
      if (isOfPort(code)) return [await keptFromStarting(code, { port, name }, engine, context)];
      const typed = await commandAfterImage(engine, container);
      const again = makeAgain(name, service, container);
      return [containerNotStarted({ ...again, reason: state.error, typed })];
    }
    default:
      return [await exitProblem(container, service, engine)];
  }
}

async function imageProblems(
  engine: EngineSnapshot,
  container: ContainerFacts,
  service: Service,
  again: Again,
): Promise<Problem[]> {
  if (await isImage(engine, container, service.image)) return [];
  return [problems.imageWrong({ ...again, wanted: service.image, found: container.image })];
}

function portProblems(container: ContainerFacts, service: Service, again: Again): Problem[] {
  const found = publishedPorts(container);
  const wanted = portsOf(service).filter((port) => !found.some((other) => samePort(port, other)));
  if (wanted.length === 0) return [];
  const values = {
    ...again,
    wanted: wanted.map(({ host, container: inside }) => `${host}:${inside}`).join(', '),
  };
  if (found.length === 0) return [portNotPublished(values)];
  const shown = found
    .map((port) => `${port.host || '?'}:${port.container}${suffix(port)}`)
    .join(', ');
  return [portWrong({ ...values, found: shown })];
}

// A running container shows what it really publishes: `-P` adds ports, and without a network
// there are none.
function publishedPorts({ state, ports, wantedPorts }: ContainerFacts): readonly PublishedPort[] {
  return state.status === 'running' || state.status === 'paused' ? ports : wantedPorts;
}

function suffix({ protocol }: PublishedPort): string {
  return protocol === 'tcp' ? '' : `/${protocol}`;
}

function samePort(wanted: { host: number; container: number }, found: PublishedPort): boolean {
  return (
    found.protocol === 'tcp' && found.host === wanted.host && found.container === wanted.container
  );
}
