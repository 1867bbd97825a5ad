import type { MachineCheck } from './check';
import { labs } from '../../labs/index';
import { Failure } from './failure';
import { runChecks } from './verdict';
import { fileNotRegular } from './problems/answer';
import { installDocker } from './problems/install';
import { programMissing } from './problems/program';
import { otherMachine } from './system';

type Context = Parameters<typeof runChecks>[1];

const [lab] = labs;
if (!lab) throw new Error('there is no lab');

/** The verdict on a lab that has only these checks. */
const verdictOf = (...checks: MachineCheck[]) => runChecks({ ...lab, checks }, {} as Context);

const check = (run: MachineCheck['run'], subject = 'a'): MachineCheck => ({
  subject,
  title: () => ({ ko: '제목', en: 'title' }),
  run,
});

it('writes out the line breaks in what a check found', async () => {
  const forged = 'a)\n✓ ch08-nginx\u001b[2J';
  const { items } = await verdictOf(
    check(async ({ tell }) => {
      tell({ ko: forged, en: forged });
      return [];
    }),
  );
  const shown = 'a)\\n✓ ch08-nginx\\u001b[2J';
  expect(items[0]?.found).toEqual([{ ko: shown, en: shown }]);
});

it('makes the failure of one check its problem, and runs the other checks', async () => {
  const { status, items } = await verdictOf(
    check(() => Promise.reject(new Failure(fileNotRegular({ file: 'index.html' })))),
    check(() => Promise.resolve([]), 'b'),
  );
  expect(status).toBe('failed');
  expect(items.map((item) => item.status)).toEqual(['failed', 'passed']);
});

it('describes the problems of another machine for the system of that machine', async () => {
  const machine = { ...otherMachine, system: 'windows' } as const;
  const missing = programMissing({ program: 'docker' });
  const checks = [
    check(() => Promise.resolve([missing])),
    check(() => Promise.reject(new Failure(missing)), 'b'),
  ];
  const { problems } = await runChecks({ ...lab, checks }, { machine } as Context);
  expect(problems.map((problem) => problem.describe().remedy)).toEqual([
    installDocker(machine),
    installDocker(machine),
  ]);
});

it('a check whose only problem is a note is passed, and the note is told', async () => {
  const note = { ...programMissing({ program: 'nano' }), kind: 'note' as const };
  const { status, items, problems, notes } = await verdictOf(check(() => Promise.resolve([note])));
  expect(status).toBe('passed');
  expect(items[0]?.status).toBe('passed');
  expect(problems).toEqual([]);
  expect(notes.map(({ code }) => code)).toEqual([note.code]);
});
