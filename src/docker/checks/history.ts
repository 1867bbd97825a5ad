import type { CommandLine } from '../../core/shell/command';
import { runCommand } from '../model/commands';
import type { Text } from '../../core/text';
import { serviceOf } from '../model/service';
import type { ContainerFacts, EngineEvent } from '../engine/facts';
import type { DockerCheck, DockerContext } from './check';
import type { Problem } from '../../core/problem';
import { isNameOf } from './image-name';
import { nearContainer } from './near-container';
import { isBookName, isNearName } from './near-name';
import * as problems from '../problems/history';

/** The stages of a container's life, as the engine names them. */
const stages = ['create', 'start', 'die', 'destroy'] as const;
type Stage = (typeof stages)[number];

/** A container of that name was made since the lab was begun. */
export const wasCreated = (name: string): DockerCheck =>
  stageCheck(name, 'create', {
    ko: `\`${name}\` 컨테이너 생성`,
    en: `Container \`${name}\` was made`,
  });

/** That container ran. */
export const wasStarted = (name: string): DockerCheck =>
  stageCheck(name, 'start', {
    ko: `\`${name}\` 컨테이너 시작`,
    en: `Container \`${name}\` was started`,
  });

/** That container was stopped. */
export const wasStopped = (name: string): DockerCheck =>
  stageCheck(name, 'die', {
    ko: `\`${name}\` 컨테이너 정지`,
    en: `Container \`${name}\` was stopped`,
  });

/** That container was removed, and none of its name is left. */
export const wasRemoved = (name: string): DockerCheck =>
  stageCheck(name, 'destroy', {
    ko: `\`${name}\` 컨테이너 삭제`,
    en: `Container \`${name}\` was removed`,
  });

function stageCheck(name: string, stage: Stage, title: Text): DockerCheck {
  return {
    subject: name,
    title: () => title,
    async run(context) {
      const service = serviceOf(context.lab, name);
      const { events } = await context.engine.history();
      const reached = await furthestLife(eventsSinceBegun(events, context), name, context);
      if (reached.stages <= stages.indexOf(stage)) return [await shortfall(context, name, reached)];
      if (stage !== 'destroy') return [];
      if ((await context.engine.containers()).has(name)) return [problems.notRemoved({ name })];
      if (reached.isWanted) return [];
      const run = runCommand(name, service);
      return [problems.otherImageLived({ name, wanted: service.image, found: reached.image, run })];
    },
  };
}

/** The events since the lab was begun: after its marker when the history still holds it, otherwise all. */
export function eventsSinceBegun(
  events: readonly EngineEvent[],
  { begun }: Pick<DockerContext, 'begun'>,
): readonly EngineEvent[] {
  const at = begun?.marker ? events.findLastIndex((event) => event.id === begun.marker) : -1;
  return events.slice(at + 1);
}

function reachesBack(events: readonly EngineEvent[], { begun }: DockerContext): boolean {
  return begun?.marker !== undefined && events.some((event) => event.id === begun.marker);
}

/** How far one and the same container came, counted in stages. */
interface Life {
  readonly id: string;
  readonly stages: number;
  readonly image: string;
  /** Made from the exercise's image. */
  readonly isWanted: boolean;
}

/** The container of that name that reached the most stages; among equals, one of the exercise's image, then the latest. */
async function furthestLife(
  events: readonly EngineEvent[],
  name: string,
  { lab, engine }: DockerContext,
): Promise<Life> {
  const wanted = serviceOf(lab, name).image;
  const lives = [...eventsById(events)].filter(([, life]) =>
    life.some(({ attributes }) => attributes['name'] === name),
  );
  const reached = await Promise.all(
    lives.map(async ([id, life]): Promise<Life> => {
      const actions = new Set<string>(life.map(({ action }) => action));
      // A removed container has ended, even when the engine has not reported its end yet.
      if (actions.has('destroy')) actions.add('die');
      const missing = stages.findIndex((stage) => !actions.has(stage));
      const image = life.find(({ attributes }) => attributes['image'])?.attributes['image'] ?? '';
      const isWanted = await isNameOf(engine, image, wanted);
      return { id, stages: missing < 0 ? stages.length : missing, image, isWanted };
    }),
  );
  const rank = (life: Life) => life.stages * 2 + Number(life.isWanted);
  const none: Life = { id: '', stages: 0, image: '', isWanted: false };
  return reached.reduce((best, life) => (rank(life) >= rank(best) ? life : best), none);
}

function eventsById(events: readonly EngineEvent[]): Map<string, EngineEvent[]> {
  const lives = new Map<string, EngineEvent[]>();
  for (const event of events) {
    if (event.type !== 'container') continue;
    const life = lives.get(event.id) ?? [];
    life.push(event);
    lives.set(event.id, life);
  }
  return lives;
}

async function shortfall(context: DockerContext, name: string, reached: Life): Promise<Problem> {
  const { lab, begun, engine } = context;
  const containers = await engine.containers();
  const run = runCommand(name, serviceOf(lab, name));
  // A container that was renamed is still the same container.
  const left = containers.get(name) ?? [...containers.values()].find(({ id }) => id === reached.id);
  if (left) return livingShortfall(left, run);
  if (reached.stages === 0 && !begun) return problems.notBegun({ lab: lab.id });
  const { events } = await engine.history();
  if (!reachesBack(events, context)) return problems.historyTooShort({ name, lab: lab.id });
  if (reached.stages === 0) {
    const near = await nearLife(context, name, events);
    return problems.notCreated({ name, run, ...near });
  }
  return reached.stages === 1
    ? problems.neverStarted({ name, left: false, run })
    : problems.notRemoved({ name });
}

/** A container of nearly that name, which is there or was since the lab was begun. */
async function nearLife(
  context: DockerContext,
  name: string,
  events: readonly EngineEvent[],
): Promise<{ similar: string; gone: boolean }> {
  const service = serviceOf(context.lab, name);
  const there = nearContainer(name, service, [...(await context.engine.containers()).values()]);
  if (there) return { similar: there, gone: false };
  const lived = eventsSinceBegun(events, context).find(
    ({ type, action, attributes: { name: own = '' } }) =>
      type === 'container' && action === 'destroy' && isNearName(own, name) && !isBookName(own),
  );
  return { similar: lived?.attributes['name'] ?? '', gone: lived !== undefined };
}

function livingShortfall({ name, state }: ContainerFacts, run: CommandLine): Problem {
  if (state.status === 'created') return problems.neverStarted({ name, left: true, run });
  return state.status === 'exited' || state.status === 'dead'
    ? problems.notRemoved({ name })
    : problems.notStopped({ name });
}
