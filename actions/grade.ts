import { setTimeout as delay } from 'node:timers/promises';
import type { Problem } from '../checks/check';
import { outdatedImages } from '../checks/outdated-image';
import type { Lab } from '../labs/lab';
import type { EngineFacts } from '../runtime/facts';
import { namesOf } from '../labs/service';
import { Failure } from '../runtime/failure';
import { silent } from '../runtime/http';
import { mergeEvents, recordedEvents } from '../runtime/journal';
import { absentCluster } from '../runtime/kubernetes/cluster';
import { readRecord, updateRecord } from '../runtime/records';
import { composeView } from './compose-view';
import type { Session } from './session';
import { runChecks, type Verdict } from './verdict';

/** Runs a lab's checks on one look at the engine; records nothing. */
export async function gradeOnce(lab: Lab, engine: EngineFacts, session: Session): Promise<Verdict> {
  const { begun } = await readRecord(session.folder, lab.id);
  const { dir, outside } = session;
  const journal = withJournal(seenBy(lab, engine), lab, session);
  const cluster = absentCluster(new Failure('no-cluster'));
  const context = { lab, begun, engine: journal, cluster, dir, ...outside };
  const verdict = await runChecks(lab, context);
  const isAsked = verdict.problems.every(({ kind }) => kind !== 'cannot-tell');
  return isAsked ? { ...verdict, notes: await outdatedImages(context).catch(noNotes) } : verdict;
}

/** What a note needs and cannot be read spoils no verdict: the checks tell of it where it matters. */
function noNotes(error: unknown): Problem[] {
  if (error instanceof Failure) return [];
  throw error;
}

function seenBy(lab: Lab, engine: EngineFacts): EngineFacts {
  return lab.platform === 'docker' && lab.composeFile ? composeView(engine) : engine;
}

function withJournal(engine: EngineFacts, lab: Lab, { folder }: Session): EngineFacts {
  const history = async () => {
    const [now, recorded] = await Promise.all([engine.history(), recordedEvents(folder, lab.id)]);
    return { events: mergeEvents(recorded, now.events) };
  };
  return { ...engine, history };
}

/** How long, in milliseconds from its start, a container is given to become ready; a database, and what fills one, needs longer. */
const startingTime = { plain: 60_000, database: 180_000 };
/** How long a server that took a question and said nothing is asked again, however long it has been running: the machine may be busy. */
const silenceTime = 30_000;
/** The pause between two questions: short for what is ready at once, longer the longer nothing changes. */
const poll = { first: 40, most: 1_000 };
const lookInterval = 1_500;

/** Grades labs side by side, giving servers that have just started the time to become ready, and records what passed. */
export async function grade(
  labs: readonly Lab[],
  session: Session,
  onWaiting: (problem: Problem) => void = () => undefined,
  patience?: number,
): Promise<Verdict[]> {
  const engine = session.look();
  return Promise.all(
    labs.map(async (lab) => {
      const first = await gradeOnce(lab, engine, session);
      const limit = Date.now() + (patience ?? (await remainingStart(first, engine)));
      return record(await waitFor(first, limit, session, onWaiting), session);
    }),
  );
}

/** What the checks say once nothing is open that only needs time, or the session's patience is over; records nothing. */
export async function gradeSettled(
  lab: Lab,
  session: Session,
  onWaiting: (problem: Problem) => void = () => undefined,
): Promise<Verdict> {
  const first = await gradeOnce(lab, session.look(), session);
  return waitFor(first, Date.now() + session.patience, session, onWaiting);
}

async function waitFor(
  verdict: Verdict,
  limit: number,
  session: Session,
  onWaiting: (problem: Problem) => void,
): Promise<Verdict> {
  let current = verdict;
  let pause = poll.first;
  while (isWaiting(current) && Date.now() < limit) {
    if (current.problems[0]) onWaiting(current.problems[0]);
    pause = await untilAnswered(current, Math.min(limit, Date.now() + lookInterval), pause);
    current = await gradeOnce(current.lab, session.look(), session);
  }
  return current;
}

// Asks only the servers that were not ready: a look at the whole engine costs the time that they need to start.
async function untilAnswered(
  { unanswered }: Verdict,
  limit: number,
  first: number,
): Promise<number> {
  const open = new Set(unanswered);
  let pause = first;
  while (open.size > 0 && Date.now() < limit) {
    await delay(pause);
    pause = Math.min(poll.most, pause * 1.2);
    await Promise.all(
      [...open].map(async (again) => {
        if ((await again()).length === 0) open.delete(again);
      }),
    );
  }
  return pause;
}

/** Whether nothing but time is missing. */
export function isWaiting({ problems }: Verdict): boolean {
  return problems.length > 0 && problems.every(({ kind }) => kind === 'waiting');
}

async function remainingStart(verdict: Verdict, engine: EngineFacts): Promise<number> {
  if (!isWaiting(verdict)) return 0;
  const containers = await seenBy(verdict.lab, engine).containers();
  const services = namesOf(verdict.lab).services;
  const left = verdict.problems.map(({ values: { name = '', error } }) => {
    const { healthcheck, depends_on } = services.get(name) ?? {};
    const time = startingTime[healthcheck || depends_on ? 'database' : 'plain'];
    const age = Date.now() - Date.parse(containers.get(name)?.state.startedAt ?? '');
    return Math.max(Math.min(time, time - age) || 0, error === silent ? silenceTime : 0);
  });
  return Math.max(0, ...left);
}

/** Records a verdict that is a pass, with its time, and says when the lab was passed first. */
export async function record(
  verdict: Verdict,
  { folder }: Pick<Session, 'folder'>,
): Promise<Verdict> {
  const { lab, status } = verdict;
  if (status !== 'passed') {
    const { firstPassedAt } = await readRecord(folder, lab.id);
    return firstPassedAt ? { ...verdict, firstPassedAt } : verdict;
  }
  const now = new Date().toISOString();
  const { firstPassedAt = now } = await updateRecord(folder, lab.id, (known) => ({
    ...known,
    firstPassedAt: known.firstPassedAt ?? now,
    lastPassedAt: now,
  }));
  return { ...verdict, firstPassedAt };
}
