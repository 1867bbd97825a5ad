import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { labs } from '../../../labs/app-labs';
import type { ComputerProbe } from '../../../labs/lab';
import { gradeOnce } from '../../computer/grade';
import { replayed } from '../../computer/replayed.fixture';
import { computerFolder } from '../../core/machine/paths';
import { readRecord } from '../../core/machine/records';
import { currentMachine } from '../../core/system';
import type { Verdict } from '../../core/verdict';
import { rememberHere } from './remember';

const data = mkdtempSync(join(tmpdir(), 'dkkb-remember-'));
const before = process.env['DKKB_DATA'];
beforeAll(() => (process.env['DKKB_DATA'] = data));
afterAll(() => {
  if (before === undefined) delete process.env['DKKB_DATA'];
  else process.env['DKKB_DATA'] = before;
  rmSync(data, { recursive: true });
});

const labOf = (id: string) => labs.find((lab) => lab.id === id) as ComputerProbe;
const told = { items: [], problems: [], notes: [], unanswered: [] } as const;
const verdict = (id: string, status: Verdict['status']): Verdict => ({
  ...told,
  lab: labOf(id),
  status,
});
const flags = { on: 'ssh://kim@10.0.0.7', identity: 'mykey.pem', dir: 'work' };

it('a pass of app-ssh on another machine counts here, and tells how to check again', async () => {
  const ids = ['app-ssh', 'app-ec2', 'app-nano'];
  const verdicts = [
    verdict('app-ssh', 'passed'),
    verdict('app-ec2', 'failed'),
    verdict('app-nano', 'passed'),
  ];
  await rememberHere(ids.map(labOf), verdicts, flags);
  const records = await Promise.all(ids.map((id) => readRecord(computerFolder(), id)));
  const passedOn = ['--on', 'ssh://kim@10.0.0.7', '--identity', resolve('mykey.pem')];
  expect(records).toEqual([
    { firstPassedAt: expect.any(String), lastPassedAt: expect.any(String), passedOn },
    {},
    {},
  ]);
  const ssh = labOf('app-ssh');
  const connection = { ...ssh, checks: ssh.checks.slice(-1) };
  const { problems } = await gradeOnce(connection, {
    folder: '',
    dir: data,
    outside: { ...replayed('debian', {}), machine: currentMachine() },
  });
  expect(problems.map(({ code }) => code)).toEqual(['ssh-passed-there']);
  const again = problems[0]?.describe().remedy.commands?.[0];
  expect(again).toContain('dkkb check app-ssh --on ssh://kim@10.0.0.7 --identity ');
  // Its folder is quoted where its name has a space.
  expect(again).toContain(resolve('mykey.pem'));
});
