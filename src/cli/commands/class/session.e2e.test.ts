// @circle all @needs aws browser ssh
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { TestClass, vmsOf, type ClassVm } from '../../../../testbed/class/class';
import { startMachine } from '../../../../testbed/engine/machine';
import type { Namespace } from '../../../../testbed/engine/namespace';
import { finish } from '../../../../testbed/programs/process';
import { until } from '../../../../testbed/programs/until';
import { dkkb, repository } from '../../../../testbed/programs/paths';

const page = join(repository, 'docs', 'class.md');
const students = ['김철수', '이영희'];

/** Does work with machines that are made only for it. */
async function withMachines<T>(
  names: readonly string[],
  work: (first: Namespace, ...others: Namespace[]) => Promise<T>,
): Promise<T> {
  const machines: Namespace[] = [];
  try {
    for (const name of names) machines.push(await startMachine(`session-${name}`));
    const [first, ...others] = machines;
    if (!first) throw new Error('no machine is named');
    return await work(first, ...others);
  } finally {
    for (const machine of machines) await machine.stop();
  }
}

/** What a teacher sees on the terminal for a command. */
async function typed(own: TestClass, words: string, lang: string): Promise<string> {
  const line = `exec '${process.execPath}' '${dkkb}' ${words} --lang ${lang} 2>&1`;
  const { stdout } = await finish(own.spawnProgram('bash', ['-c', line]));
  return `$ dkkb ${words}\n${stdout}`;
}

/** Lets each VM that the cloud runs answer as if it had booted. */
async function boot(own: TestClass, place: readonly Namespace[]): Promise<void> {
  const vms = await until(
    async (): Promise<readonly ClassVm[]> =>
      vmsOf(await own.run(['status', '--no-ssh', '-o', 'json'])),
    (all) => all.length > 0 && all.every(({ address }) => address),
    { pause: 1_000 },
  );
  for (const [index, vm] of vms.entries()) {
    const machine = place[index];
    if (!machine) throw new Error(`no machine for ${vm.id}`);
    await own.put(machine, vm);
    const deadline = String(Math.floor(Date.now() / 1000) + 8 * 3600);
    await machine.says({ steps: 'docker done\n', deadline, ready: '', booted: '' });
  }
}

const block = (lang: string) =>
  new RegExp(`(<!-- class:${lang} -->\\n\\n\`\`\`console\\n)([^]*?)(\`\`\`\\n\\n<!-- /class -->)`);

/** The lines without what differs between runs, and independent of the order of the students. */
function lasting(text: string): string[] {
  const same = text
    .replace(/\d+\.\d+\.\d+\.\d+/g, 'ADDRESS')
    .replace(/\b(?:i|vpc|subnet|sg|igw|rtb\w*|vol|eni)-[\w.-]+/g, 'ID')
    .replace(/\d+\.\d+(?= h|시간)/g, 'HOURS')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'TIME')
    .replace(/\$\d+\.\d+/g, 'COST')
    .replace(/(?<=약 |about )[\d,]+(?=원| won)/g, 'WON')
    .replace(/ {2,}/g, '  ');
  return [...new Set(same.split('\n'))].sort();
}

/** A class from its plan to its end, as a teacher sees it. */
async function session(lang: string, teacher: Namespace, vms: readonly Namespace[]) {
  const own = await TestClass.start(teacher);
  try {
    own.configure(students);
    const type = (words: string) => typed(own, words, lang);
    const plan = await type('class plan');
    const [up] = await Promise.all([type('class up'), boot(own, vms)]);
    const rest: string[] = [];
    for (const words of ['class status', 'class cards', 'class down --yes'])
      rest.push(await type(words));
    return [plan, up, ...rest]
      .join('')
      .replaceAll(own.at('data'), '/home/teacher/.local/share/dkkb')
      .replaceAll(own.folder, '/home/teacher/class');
  } finally {
    await own.stop();
  }
}

it.each(['ko', 'en'])('docs/class.md shows the session as it really is (%s)', async (lang) => {
  const seen = await withMachines(['teacher', ...students.keys()].map(String), (teacher, ...vms) =>
    session(lang, teacher, vms),
  );
  const text = readFileSync(page, 'utf8');
  if (process.env['UPDATE_GOLDEN']) {
    const filled = (_all: string, begin: string, _old: string, end: string) => begin + seen + end;
    writeFileSync(page, text.replace(block(lang), filled));
  }
  const [, , written = ''] = block(lang).exec(readFileSync(page, 'utf8')) ?? [];
  expect(lasting(seen)).toEqual(lasting(written));
});
