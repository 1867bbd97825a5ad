import { TestClass, upNow, type ClassVm } from './class';
import { startMachine } from '../engine/machine';
import type { Namespace } from '../engine/namespace';
import type { Finished } from '../programs/process';

/** A VM in the JSON of `dkkb class status`. */
export interface VmStatus {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly ready?: boolean;
  readonly hoursLeft?: number;
  readonly failed?: readonly string[];
  readonly problem?: { readonly code: string; readonly commands: readonly string[] };
}

/** A class on a local AWS API whose VMs are machines of this one with a real SSH server. */
export class ReachableClass {
  private constructor(
    readonly own: TestClass,
    private readonly teacher: Namespace,
    private readonly vms: ReadonlyMap<string, ClassVm>,
    private readonly machines: ReadonlyMap<string, Namespace>,
  ) {}

  /** Starts one for these students; `name` distinguishes its machines from those of other test files. */
  static async start(name: string, students: readonly string[]): Promise<ReachableClass> {
    const teacher = await startMachine(`${name}-teacher`);
    const own = await TestClass.start(teacher);
    own.configure(students);
    const made = (await own.vms(upNow)).map((vm) => [vm.name, vm] as const);
    const vms = new Map(made);
    const machines = new Map<string, Namespace>();
    for (const [index, student] of students.entries()) {
      const machine = await startMachine(`${name}-${String(index)}`);
      machines.set(student, machine);
      await own.put(machine, vms.get(student) ?? { id: student, name: student });
    }
    return new ReachableClass(own, teacher, vms, machines);
  }

  /** The machine that stands for a student's VM. */
  on(student: string): Namespace {
    return this.machines.get(student) ?? this.teacher;
  }

  instanceOf(student: string): string {
    return this.vms.get(student)?.instance ?? '';
  }

  addressOf(student: string): string {
    return this.vms.get(student)?.address ?? '';
  }

  /** Runs `dkkb class status`. */
  status(...words: string[]): Promise<Finished> {
    return this.own.run(['status', ...words]);
  }

  /** The VMs in the JSON of `dkkb class status`, by the students' names. */
  async statuses(): Promise<Map<string, VmStatus>> {
    const { stdout } = await this.status('-o', 'json');
    const { vms } = JSON.parse(stdout) as { vms: VmStatus[] };
    return new Map(vms.map((vm) => [vm.name, vm]));
  }

  async stop(): Promise<void> {
    await this.own.stop();
    for (const machine of [...this.machines.values(), this.teacher]) await machine.stop();
  }
}
