// Random sequences of two teachers on one account: nothing is ended, restarted or lost that no command named.
// DKKB_SEQUENCES says how many, DKKB_SEED which. @circle all @needs aws
// @minutes 6
import { rmSync } from 'node:fs';

import { DescribeImagesCommand, RunInstancesCommand } from '@aws-sdk/client-ec2';
import fc from 'fast-check';

import { useAws, type Aws } from '../../../../testbed/aws/aws';
import { Account, type AccountVm } from '../../../../testbed/class/account';
import { SequenceTeacher } from '../../../../testbed/class/sequence-teacher';
import { people, regions, step, wordsOf, type Step } from '../../../../testbed/class/steps';
import type { Finished } from '../../../../testbed/programs/process';

const count = Number(process.env['DKKB_SEQUENCES'] ?? 4);

/** How long a sequence may take on a machine that is ten times slower. */
const patience = 600_000;
jest.setTimeout(count * patience);

const seed = Number(process.env['DKKB_SEED'] ?? 17);

let aws: Aws;
let account: Account;

beforeAll(async () => {
  aws = await useAws();
  account = new Account(aws.endpoint, regions);
});

/** Whether a command names a VM as one that it may end. */
function mayEnd(step: Step, teacher: SequenceTeacher, vm: AccountVm): boolean {
  if (vm.fleet !== teacher.class) return false;
  if (step.do === 'down' && step.yes) return step.student === undefined || isOf(vm, step.student);
  return step.do === 'up' && step.yes && step.replace !== undefined && isOf(vm, step.replace);
}

const slugs: Readonly<Record<string, RegExp>> = {
  kim: /^kim$/,
  lee: /^lee$/,
  김철수: /^gimcheolsu-/,
  김철스: /^gimcheolseu-/,
};

// The id of a student whose name was corrected is that of either name.
function isOf({ student }: AccountVm, index: number): boolean {
  const name = people[index] ?? '';
  const both = /^김/.test(name) ? ['김철수', '김철스'] : [name];
  return both.some((one) => slugs[one]?.test(student));
}

/** Does a step, and checks what the account holds then against what was said. */
async function take(step: Step, teacher: SequenceTeacher): Promise<void> {
  const before = await account.vms();
  const words = wordsOf(step);
  if (step.do === 'roster') teacher.roster = step.names;
  if (step.do === 'set') teacher.fields[step.field] = step.value;
  if (step.do === 'lose') teacher.lose(step.what);
  if (step.do === 'kill') await teacher.kill();
  const done = words && (await teacher.run(words));
  const after = await account.vms();
  for (const [id, vm] of before) {
    const now = after.get(id);
    if (now) expect({ ...now, owner: '', student: '' }).toEqual({ ...vm, owner: '', student: '' });
    else
      expect({ step, said: done, ended: vm, mayEnd: mayEnd(step, teacher, vm) }).toMatchObject({
        mayEnd: true,
      });
  }
  if (done && step.do === 'up') checkUp(done, teacher, before, after);
  if (done && step.do === 'down') await checkDown(done, step, teacher, after);
}

function checkUp(
  { code, stdout, stderr }: Finished,
  teacher: SequenceTeacher,
  before: ReadonlyMap<string, AccountVm>,
  after: ReadonlyMap<string, AccountVm>,
): void {
  const said = JSON.parse(stdout || '{}') as { vms?: { id: string; instance?: string }[] };
  const own = [...after.values()].filter(({ fleet }) => fleet === teacher.class);
  if (!said.vms) {
    // Refused, or not agreed to: nothing was made.
    expect({ code, stderr, made: [...after.keys()].filter((id) => !before.has(id)) }).toMatchObject(
      { made: [] },
    );
    expect(code).not.toBe(0);
    return;
  }
  for (const { id, instance } of said.vms) {
    const vms = own.filter(({ student }) => student === id);
    expect({ id, stderr, vms: vms.map((vm) => vm.id) }).toMatchObject({
      vms: instance ? [instance] : [],
    });
    expect(vms.map(({ region }) => region)).toEqual(instance ? [teacher.fields['region']] : []);
  }
  expect(new Set(own.map(({ owner }) => owner)).size).toBeLessThanOrEqual(1);
  if (code === 0) expect(said.vms.every(({ instance }) => instance !== undefined)).toBe(true);
}

async function checkDown(
  { code, stdout, stderr }: Finished,
  step: Extract<Step, { do: 'down' }>,
  teacher: SequenceTeacher,
  after: ReadonlyMap<string, AccountVm>,
): Promise<void> {
  if (code !== 0 || step.student !== undefined) return;
  const said = JSON.parse(stdout) as {
    left: unknown[];
    strange: { id: string }[];
    others: { name: string; running: number }[];
  };
  const strange = new Set(said.strange.map(({ id }) => id));
  const left = [...after.values()].filter(
    ({ fleet, id }) => fleet === teacher.class && !strange.has(id),
  );
  const rest = (await account.rest(teacher.class)).filter((id) => !strange.has(id));
  expect({ stderr, said: said.left, left, rest }).toMatchObject({ said: [], left: [], rest: [] });
  const others = new Map<string, number>();
  for (const { fleet } of after.values())
    if (fleet && fleet !== teacher.class) others.set(fleet, (others.get(fleet) ?? 0) + 1);
  expect(new Map(said.others.map(({ name, running }) => [name, running]))).toEqual(others);
}

/** A VM that no class has made. */
async function makeForeign(): Promise<void> {
  const client = account.in(regions[0]);
  const { Images = [] } = await client.send(new DescribeImagesCommand({}));
  const ImageId = Images[0]?.ImageId ?? '';
  await client.send(new RunInstancesCommand({ ImageId, MinCount: 1, MaxCount: 1 }));
}

it(`ends and changes nothing that no command named, in ${count} random sequences`, async () => {
  const sequence = fc.array(step, { minLength: 3, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      await aws.reset();
      await makeForeign();
      const teachers = [new SequenceTeacher(aws, 'one'), new SequenceTeacher(aws, 'two')] as const;
      try {
        for (const teacher of teachers) await take({ by: 0, do: 'up', yes: false }, teacher);
        for (const one of steps) await take(one, teachers[one.by]);
      } finally {
        for (const { folder } of teachers) rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: count, seed, endOnFailure: true },
  );
});
