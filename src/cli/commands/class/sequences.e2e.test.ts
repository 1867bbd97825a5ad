// Random sequences of two teachers on one account: nothing is ended, restarted or lost that no command named.
// DKKB_SEQUENCES says how many, DKKB_SEED which. @circle all @needs aws
// @minutes 6
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DescribeImagesCommand, RunInstancesCommand } from '@aws-sdk/client-ec2';
import fc from 'fast-check';

import { useAws, type Aws } from '../../../../testbed/aws/aws';
import { Account, type AccountVm } from '../../../../testbed/class/account';
import { workingIn } from '../../../../testbed/class/class';
import { dkkb } from '../../../../testbed/programs/paths';
import { finish, type Finished } from '../../../../testbed/programs/process';
import { until } from '../../../../testbed/programs/until';

const count = Number(process.env['DKKB_SEQUENCES'] ?? 4);

/** How long a sequence may take on a machine that is ten times slower. */
const patience = 600_000;
jest.setTimeout(count * patience);

const seed = Number(process.env['DKKB_SEED'] ?? 17);

const regions = ['ap-northeast-2', 'us-east-1'] as const;
const people = ['kim', 'lee', '김철수', '김철스'] as const;

/** What a teacher does; `by` is which of the two. */
type Step = { readonly by: 0 | 1 } & (
  | {
      readonly do: 'up';
      readonly yes: boolean;
      readonly replace?: number;
      readonly takeOver?: boolean;
    }
  | {
      readonly do: 'down';
      readonly yes: boolean;
      readonly student?: number;
      readonly takeOver?: boolean;
    }
  | { readonly do: 'kill' }
  | { readonly do: 'extend' }
  | { readonly do: 'roster'; readonly names: readonly string[] }
  | { readonly do: 'set'; readonly field: string; readonly value: string }
  | { readonly do: 'lose'; readonly what: 'state' | 'all' }
);

const by = fc.constantFrom<0 | 1>(0, 1);
const person = fc.nat({ max: people.length - 1 });
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      by,
      do: fc.constant('up' as const),
      yes: fc.boolean(),
      replace: perhaps(person),
      takeOver: perhaps(fc.boolean()),
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by,
      do: fc.constant('down' as const),
      yes: fc.boolean(),
      student: perhaps(person),
      takeOver: perhaps(fc.boolean()),
    }) as fc.Arbitrary<Step>,
  },
  { weight: 1, arbitrary: fc.record({ by, do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ by, do: fc.constant('extend' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      by,
      do: fc.constant('roster' as const),
      names: fc.shuffledSubarray([...people], { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        ['class', 'one'],
        ['class', 'two'],
        ['region', regions[0]],
        ['region', regions[1]],
        ['instanceType', 't3.xlarge'],
        ['instanceType', 't3.large'],
        ['disk', '40'],
        ['spot', 'true'],
        ['hours', '4'],
      )
      .chain(([field = '', value = '']) =>
        fc.record({
          by,
          do: fc.constant('set' as const),
          field: fc.constant(field),
          value: fc.constant(value),
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      by,
      do: fc.constant('lose' as const),
      what: fc.constantFrom('state' as const, 'all' as const),
    }),
  },
);

/** A teacher with a configuration, a roster and a data folder. */
class SequenceTeacher {
  readonly folder = mkdtempSync(join(tmpdir(), 'dkkb-sequence-'));
  readonly fields: Record<string, string>;
  roster: readonly string[] = ['kim'];

  constructor(
    private readonly aws: Aws,
    name: string,
  ) {
    this.fields = { class: name, region: regions[0], allow: '[127.0.0.1/32]' };
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  get class(): string {
    return this.fields['class'] ?? '';
  }

  private spawn(words: readonly string[]) {
    const fields = { ...this.fields, students: JSON.stringify(this.roster) };
    const lines = Object.entries(fields).map(([field, value]) => `${field}: ${value}`);
    writeFileSync(join(this.folder, 'dkkb.config.yaml'), lines.join('\n'));
    return spawn(process.execPath, [dkkb, 'class', ...words], {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.aws.env, DKKB_DATA: this.data, DKKB_LANG: 'en' },
    });
  }

  run(words: readonly string[]): Promise<Finished> {
    return finish(this.spawn(words));
  }

  /** Kills `up` as soon as Terraform asks for a VM; its Terraform goes on alone. */
  async kill(): Promise<void> {
    const child = this.spawn(['up', '--no-wait', '--yes']);
    child.stderr?.on('data', (said: Buffer) => {
      if (/requested/.test(said.toString())) child.kill('SIGKILL');
    });
    await finish(child).catch(() => undefined);
    await until(
      () => workingIn(this.data),
      ({ length }) => length === 0,
    );
  }

  lose(what: 'state' | 'all'): void {
    const own = join(this.data, 'classes', this.class);
    rmSync(what === 'all' ? this.data : join(own, 'terraform.tfstate'), {
      recursive: true,
      force: true,
    });
  }
}

let aws: Aws;
let account: Account;

beforeAll(async () => {
  aws = await useAws();
  account = new Account(aws.endpoint, regions);
});

/** The words of a step that is a command. */
function wordsOf(step: Step): readonly string[] | undefined {
  const flags = (one: { yes: boolean; takeOver?: boolean | undefined }) => [
    ...(one.yes ? ['--yes'] : []),
    ...(one.takeOver ? ['--take-over'] : []),
  ];
  if (step.do === 'extend') return ['extend', '1'];
  if (step.do === 'up')
    return [
      ...['up', '--no-wait', '-o', 'json', ...flags(step)],
      ...(step.replace === undefined ? [] : ['--replace', people[step.replace] ?? '']),
    ];
  if (step.do === 'down')
    return [
      ...['down', '-o', 'json', ...flags(step)],
      ...(step.student === undefined ? [] : ['--student', people[step.student] ?? '']),
    ];
  return undefined;
}

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
