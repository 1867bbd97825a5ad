import { setTimeout as delay } from 'node:timers/promises';
import type { Problem } from '../../core/problem';
import type { DockerContext } from '../checks/check';
import { outdatedImages } from '../checks/outdated-image';
import { leftOvers, withoutTold } from '../checks/left-over';
import { ownAccountNotes, withOwnAccounts } from '../checks/accounts/own-accounts';
import type { DockerLab } from '../lab';
import type { Probe } from '../../core/probe';
import type { EngineSnapshot } from '../engine/facts';
import { namesOf } from '../model/service';
import { Failure } from '../../core/failure';
import { silent } from '../../core/answers/http';
import { mergeEvents, recordedEvents } from './journal';
import { isWaiting, record } from '../../core/verbs/record';
import { readRecord } from '../../core/machine/records';
import { composeView } from './compose-view';
import { createdOnce } from './created-once';
import type { Session } from './session';
import { runChecks, type Verdict } from '../../core/verdict';

/** What is graded here: an exercise, or a probe of the machine. */
export type GradedLab = DockerLab | Probe;

/** Runs a lab's checks on one snapshot of the engine; records nothing. */
export async function gradeOnce(
  lab: GradedLab,
  engine: EngineSnapshot,
  session: Session,
): Promise<Verdict> {
  const { dir, outside } = session;
  if (lab.platform === 'machine') return runChecks(lab, { dir, ...outside });
  const { begun } = await readRecord(session.folder, lab.id);
  const journal = withJournal(seenBy(lab, engine), lab, session);
  // An engine that does not answer is told of by the checks.
  const fitted = await withOwnAccounts(lab, journal).catch(orTheBook(lab));
  const context = { lab: fitted, book: lab, begun, engine: journal, dir, ...outside };
  const graded = await runChecks(fitted, context);
  const verdict = { ...graded, lab, problems: createdOnce(eachOnce(graded.problems)) };
  const isAsked = verdict.problems.every(({ kind }) => kind !== 'cannot-tell');
  if (!isAsked) return verdict;
  const notes = await notesOf(context, verdict).catch(noNotes);
  return { ...verdict, notes: [...verdict.notes, ...withoutTold(notes, verdict.problems)] };
}

/** Problems without those that several containers have in common. */
function eachOnce(problems: readonly Problem[]): Problem[] {
  const known = new Map(problems.map((one) => [JSON.stringify([one.code, one.values]), one]));
  return [...known.values()];
}

type Noted = Omit<DockerContext, 'tell'> & { readonly book: DockerLab };

// That own accounts may stay as they are is only true where they work.
async function notesOf(context: Noted, { status }: Verdict): Promise<Problem[]> {
  const { book, lab, engine } = context;
  return [
    ...(await outdatedImages(context)),
    ...(status === 'passed' ? await ownAccountNotes(book, lab, engine) : []),
    ...(await leftOvers(book, engine)),
  ];
}

function orTheBook(lab: DockerLab) {
  return (error: unknown): DockerLab => {
    if (error instanceof Failure) return lab;
    throw error;
  };
}

/** A note that cannot be made does not spoil the verdict: the checks report that failure where it matters. */
function noNotes(error: unknown): Problem[] {
  if (error instanceof Failure) return [];
  throw error;
}

function seenBy(lab: DockerLab, engine: EngineSnapshot): EngineSnapshot {
  return lab.composeFile ? composeView(engine) : engine;
}

function withJournal(engine: EngineSnapshot, lab: DockerLab, { folder }: Session): EngineSnapshot {
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
const snapshotInterval = 1_500;

/** Grades labs side by side, giving servers that have just started the time to become ready, and records what passed. */
export async function grade(
  labs: readonly GradedLab[],
  session: Session,
  onWaiting: (problem: Problem) => void = () => undefined,
  patience?: number,
): Promise<Verdict[]> {
  const engine = session.engine.snapshot();
  return Promise.all(
    labs.map(async (lab) => {
      const first = await gradeOnce(lab, engine, session);
      const limit = Date.now() + (patience ?? (await remainingStart(lab, first, engine)));
      return record(await waitFor(lab, first, limit, session, onWaiting), session);
    }),
  );
}

/** The verdict once no problem needs only time, or the session's patience is over; records nothing. */
export async function gradeSettled(
  lab: GradedLab,
  session: Session,
  onWaiting: (problem: Problem) => void = () => undefined,
): Promise<Verdict> {
  const first = await gradeOnce(lab, session.engine.snapshot(), session);
  return waitFor(lab, first, Date.now() + session.patience, session, onWaiting);
}

async function waitFor(
  lab: GradedLab,
  verdict: Verdict,
  limit: number,
  session: Session,
  onWaiting: (problem: Problem) => void,
): Promise<Verdict> {
  let current = verdict;
  let pause = poll.first;
  while (isWaiting(current) && Date.now() < limit) {
    if (current.problems[0]) onWaiting(current.problems[0]);
    pause = await untilAnswered(current, Math.min(limit, Date.now() + snapshotInterval), pause);
    current = await gradeOnce(lab, session.engine.snapshot(), session);
  }
  return current;
}

// Asks only the servers that were not ready, because a new snapshot of the engine would slow down
// their start.
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

async function remainingStart(
  lab: GradedLab,
  verdict: Verdict,
  engine: EngineSnapshot,
): Promise<number> {
  if (lab.platform === 'machine' || !isWaiting(verdict)) return 0;
  const containers = await seenBy(lab, engine).containers();
  const services = namesOf(lab).services;
  const left = verdict.problems.map(({ values: { name = '', error } }) => {
    const { healthcheck, depends_on } = services.get(name) ?? {};
    const time = startingTime[healthcheck || depends_on ? 'database' : 'plain'];
    const age = Date.now() - Date.parse(containers.get(name)?.state.startedAt ?? '');
    return Math.max(Math.min(time, time - age) || 0, error === silent ? silenceTime : 0);
  });
  return Math.max(0, ...left);
}
