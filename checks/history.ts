import { runCommand } from '../labs/commands';
import type { Text } from '../labs/lab';
import { serviceOf } from '../labs/service';
import type { EngineEvent } from '../runtime/facts';
import type { Check, CheckContext, Problem } from './check';
import { repositoryOf } from './image-name';
import * as problems from './problems/history';

/** The stages of a container's life, as the engine names them. */
const stages = ['create', 'start', 'die', 'destroy'] as const;
type Stage = (typeof stages)[number];

/** A container of that name was made since the lab was begun. */
export const wasCreated = (name: string): Check =>
  stageCheck(name, 'create', {
    ko: `\`${name}\` 컨테이너 생성`,
    en: `Container \`${name}\` was made`,
  });

/** That container ran. */
export const wasStarted = (name: string): Check =>
  stageCheck(name, 'start', {
    ko: `\`${name}\` 컨테이너 시작`,
    en: `Container \`${name}\` was started`,
  });

/** That container was stopped. */
export const wasStopped = (name: string): Check =>
  stageCheck(name, 'die', {
    ko: `\`${name}\` 컨테이너 정지`,
    en: `Container \`${name}\` was stopped`,
  });

/** That container was removed, and none of its name is left. */
export const wasRemoved = (name: string): Check =>
  stageCheck(name, 'destroy', {
    ko: `\`${name}\` 컨테이너 삭제`,
    en: `Container \`${name}\` was removed`,
  });

function stageCheck(name: string, stage: Stage, title: Text): Check {
  return {
    subject: name,
    title: () => title,
    async run(context) {
      const service = serviceOf(context.lab, name);
      const { events } = await context.engine.history();
      const reached = furthestLife(eventsSinceBegun(events, context), name);
      const index = stages.indexOf(stage);
      if (reached.stages <= index) return [await shortfall(context, name, events, reached.stages)];
      if (stage !== 'destroy') return [];
      if ((await context.engine.containers()).has(name)) return [problems.notRemoved({ name })];
      if (repositoryOf(reached.image) === repositoryOf(service.image)) return [];
      const run = runCommand(name, service);
      return [problems.otherImageLived({ name, wanted: service.image, found: reached.image, run })];
    },
  };
}

/** The events after the lab's begin: after its marker where the history still holds it, otherwise all. */
export function eventsSinceBegun(
  events: readonly EngineEvent[],
  { begun }: Pick<CheckContext, 'begun'>,
): readonly EngineEvent[] {
  const at = begun?.marker ? events.findLastIndex((event) => event.id === begun.marker) : -1;
  return events.slice(at + 1);
}

function reachesBack(events: readonly EngineEvent[], { begun }: CheckContext): boolean {
  return begun?.marker !== undefined && events.some((event) => event.id === begun.marker);
}

/** How far one and the same container of that name came, counted in stages, and its image. */
function furthestLife(
  events: readonly EngineEvent[],
  name: string,
): { stages: number; image: string } {
  const lives = new Map<string, EngineEvent[]>();
  for (const event of events) {
    if (event.type !== 'container') continue;
    const life = lives.get(event.id) ?? [];
    lives.set(event.id, [...life, event]);
  }
  const named = [...lives.values()].filter((life) =>
    life.some(({ attributes }) => attributes['name'] === name),
  );
  const reached = named.map((life) => ({
    stages: stages.findIndex((stage) => !life.some(({ action }) => action === stage)),
    image: life.find(({ attributes }) => attributes['image'])?.attributes['image'] ?? '',
  }));
  return reached
    .map(({ stages: count, image }) => ({ stages: count < 0 ? stages.length : count, image }))
    .reduce((best, life) => (life.stages >= best.stages ? life : best), { stages: 0, image: '' });
}

async function shortfall(
  context: CheckContext,
  name: string,
  events: readonly EngineEvent[],
  reached: number,
): Promise<Problem> {
  const container = (await context.engine.containers()).get(name);
  if (reached === 0 && !container) {
    if (!context.begun) return problems.notBegun({ lab: context.lab.id });
    if (!reachesBack(events, context))
      return problems.historyTooShort({ name, lab: context.lab.id });
    return problems.notCreated({ name, run: runCommand(name, serviceOf(context.lab, name)) });
  }
  if (container) return livingShortfall(name, container.state.status);
  if (!reachesBack(events, context)) return problems.historyTooShort({ name, lab: context.lab.id });
  return reached === 1 ? problems.neverStarted({ name }) : problems.notRemoved({ name });
}

function livingShortfall(name: string, status: string): Problem {
  if (status === 'created') return problems.neverStarted({ name });
  return status === 'exited' || status === 'dead'
    ? problems.notRemoved({ name })
    : problems.notStopped({ name });
}
