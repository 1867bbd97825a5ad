import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEngine, type Engine } from '../engine/engine';
import { isHarmless, type Allowed } from './harmless';
import { loginKey, LyingMachine, studentAddress, type Lies } from './lying-machine';
import { startMachine } from '../engine/machine';
import type { Namespace } from '../engine/namespace';
import { startStranger, type Manner } from './stranger';
import { WatchedTeacher, type Watched } from './watched-teacher';

/** What a teacher checks on a machine, and how the machine lies. */
export interface Scenario extends Lies, Pick<Allowed, 'mayPass' | 'mayReach'> {
  /** The labs that are checked, with further options of `check`. */
  readonly lab: string;
  /** Whether it mostly waits and computes little. */
  readonly waits?: true;
  /** Puts files into the home folder of the machine's user. */
  readonly furnish?: (home: string) => unknown;
  /** What the command has to print. */
  readonly says?: RegExp;
  readonly teacherEnv?: Readonly<Record<string, string>>;
}

/** How many commands compute at once; those that mostly wait do not count. */
const atOnce = 2;

/** A teacher and a student's engine; each scenario has its own lying machine in front of that engine. */
export class HostileRoom {
  private readonly keys = mkdtempSync(join(tmpdir(), 'dkkb-keys-'));
  private key = '';
  private ports = 2200;
  private free = atOnce;
  private readonly waiting: (() => void)[] = [];
  private readonly machines = new Set<LyingMachine>();
  teacher!: WatchedTeacher;
  student!: Engine;
  place!: Namespace;

  /** Starts both; `name` is the test file's own. */
  async start(name: string): Promise<void> {
    this.key = await loginKey(this.keys);
    [this.place, this.student] = await Promise.all([
      startMachine(`${name}-teacher`),
      startEngine(`${name}-student`),
    ]);
    await this.student.becomeVm(this.place, studentAddress, `${this.key}.pub`);
    this.teacher = await WatchedTeacher.on(this.place);
  }

  /** Starts a machine that is honest until it gets lies; it ends with the room. */
  async machine(): Promise<LyingMachine> {
    const { student, place: teacher, key } = this;
    const port = (this.ports += 1);
    const where = { place: student, student, teacher, port, keys: `${key}.pub` };
    const machine = await LyingMachine.start(where);
    this.machines.add(machine);
    return machine;
  }

  /** Checks a lab on a machine with these lies, and expects that the teacher's computer is not harmed; returns what the command did. */
  async check(scenario: Scenario): Promise<Watched> {
    const machine = await this.machine();
    try {
      return await this.checkOn(machine, scenario);
    } finally {
      this.machines.delete(machine);
      await machine.stop();
    }
  }

  /** Like `check`, on a machine that the test has started. */
  async checkOn(machine: LyingMachine, scenario: Scenario): Promise<Watched> {
    await scenario.furnish?.(machine.home);
    machine.tells(scenario);
    const words = ['check', ...scenario.lab.split(' '), ...machine.on];
    const seen = await this.teacher.dkkb(words, { env: scenario.teacherEnv ?? {} });
    isHarmless(seen, this.place.home, scenario);
    expect(machine.agents).toEqual([]);
    if (scenario.says) expect(seen.stdout + seen.stderr).toMatch(scenario.says);
    return seen;
  }

  /** Checks a lab at a port without a proper SSH server. */
  async checkStranger(manner: Manner, lab: string): Promise<Watched> {
    const port = (this.ports += 1);
    const stop = await startStranger(this.student, studentAddress, port, manner);
    try {
      const machine = `ssh://ubuntu@${studentAddress}:${String(port)}`;
      const seen = await this.teacher.dkkb(['check', lab, '--on', machine, '--identity', this.key]);
      isHarmless(seen, this.place.home);
      return seen;
    } finally {
      await stop();
    }
  }

  /** Like `check`, but waits until few others compute. */
  async inTurn(scenario: Scenario): Promise<Watched> {
    if (scenario.waits) return this.check(scenario);
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      return await this.check(scenario);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }

  /** Ends everything that it has started. */
  async stop(): Promise<void> {
    await Promise.all([...this.machines].map((machine) => machine.stop()));
    await this.student?.stop();
    await this.place?.stop();
    rmSync(this.keys, { recursive: true });
  }
}

/** Declares one test for each scenario; all of them run side by side. */
export function each<T>(
  scenarios: Readonly<Record<string, T>>,
  run: (scenario: T) => Promise<unknown>,
): void {
  const started = new Map<string, Promise<unknown>>();
  beforeAll(() => {
    for (const [title, scenario] of Object.entries(scenarios)) {
      const ends = run(scenario);
      // The test of that title reports the error.
      ends.catch(() => undefined);
      started.set(title, ends);
    }
  });
  it.each(Object.keys(scenarios))('%s', async (title) => {
    await started.get(title);
  });
}
