import { TestClass, upNow } from '../testbed/class/class';
import { startMachine } from '../testbed/engine/machine';
import type { Namespace } from '../testbed/engine/namespace';
import { sampleOf } from './measure';
import { limitRow, type Row } from './report';

const many = 30;
const seconds = 3;

/** Measures `dkkb class status` of a whole class: a real SSH server for each student, and a local AWS API. */
export async function measureClassStatus(rounds: number): Promise<Row[]> {
  const machines: Namespace[] = [];
  const machine = async (name: string) => {
    const started = await startMachine(`bench-${name}`);
    machines.push(started);
    return started;
  };
  const own = await TestClass.start(await machine('teacher'));
  try {
    own.configure(Array.from({ length: many }, (_, index) => `s${index + 1}`));
    for (const vm of await own.vms(upNow)) {
      const student = await machine(vm.id);
      await own.put(student, vm);
      await student.says({ ready: '' });
    }
    const times: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const start = performance.now();
      const { code, stdout } = await own.run(['status']);
      if (code !== 0) throw new Error(stdout);
      if (round > 0) times.push(performance.now() - start);
    }
    const what = `\`dkkb class status\` of ${many} VMs over SSH`;
    return [limitRow(what, sampleOf(times), seconds * 1_000, 'ms')];
  } finally {
    await own.stop();
    for (const one of machines) await one.stop();
  }
}
