// What `dkkb check --fix` writes, in a folder with a wrong manifest and without any cluster.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { repository } from '../../../testbed/programs/paths';
import { bookText, put } from '../../kubernetes/checks/spoiled-manifest.fixture';
import { deployment } from '../../kubernetes/model/manifests';

const command = join(repository, 'build', 'dkkb.mjs');
const file = 'kube_folder/apa000dep.yml';
const right = bookText(deployment);
const wrong = put([/app: /g, '- app: '])(right);

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dkkb fix-'));
  mkdirSync(join(dir, 'kube_folder'));
  writeFileSync(join(dir, file), wrong);
});
afterEach(() => rmSync(dir, { recursive: true }));

const content = (name = file) => readFileSync(join(dir, name), 'utf8');
const names = () => readdirSync(join(dir, 'kube_folder')).sort();

function check(...args: string[]) {
  const env = { ...process.env, HOME: dir, KUBECONFIG: join(dir, 'no-config'), DKKB_LANG: 'en' };
  const words = [command, 'check', 'ch08-deployment', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env,
    cwd: dir,
  });
  return { code: status, stdout, stderr };
}

it('tells the changes in the text and as JSON, says how they are written, and writes nothing', () => {
  const { code, stdout, stderr } = check();
  expect(code).toBe(1);
  expect(stdout).toContain('-       - app: apa000kube\n');
  expect(stdout).toContain('+       app: apa000kube\n');
  expect(stderr).toContain('With `--fix`');
  const { labs } = JSON.parse(check('-o', 'json').stdout) as { labs: { problems: unknown[] }[] };
  expect(labs[0]?.problems).toMatchObject([
    {
      code: 'yaml-dash-extra',
      edits: [
        { file, line: 8, before: ['      - app: apa000kube'], after: ['      app: apa000kube'] },
        { file, line: 13 },
      ],
    },
  ]);
  expect(names()).toEqual(['apa000dep.yml']);
});

it('with --fix and nobody to ask, nothing is written, and the lab has failed', () => {
  const { code, stderr } = check('--fix');
  expect(code).toBe(1);
  expect(stderr).toContain('Nothing was written');
  expect(content()).toBe(wrong);
  expect(names()).toEqual(['apa000dep.yml']);
});

it('with --fix --yes the file is right, the one before is beside it, and it is checked again', () => {
  const { code, stdout, stderr } = check('--fix', '--yes');
  expect(content()).toBe(right);
  expect(content(`${file}.before`)).toBe(wrong);
  expect(stderr).toContain(`what it had before is in \`${file}.before\``);
  // The second time it is the cluster that is missing.
  expect(code).toBe(3);
  expect(stdout.match(/yaml-dash-extra/g)).toHaveLength(1);
});

it('when there is nothing to write, that is said', () => {
  rmSync(join(dir, file));
  const { code, stderr } = check('--fix', '--yes');
  expect(stderr).toContain('There is no change to write');
  expect(code).not.toBe(0);
});

it.each([
  [['--yes'], 'goes with `--fix`'],
  [['--fix', '-o', 'json'], 'does not go with `-o json`'],
  [['--fix', '--on', 'ssh://student@127.0.0.1'], 'files of this machine only'],
  [['ch08-pod', '--fix'], 'takes one lab'],
])('%j is a wrong use', (args, said) => {
  const { code, stderr, stdout } = check(...args);
  expect(`${stderr}${stdout}`).toContain(said);
  expect(code).toBe(2);
  expect(content()).toBe(wrong);
});
