// @circle all
// @needs engine images provider node
// @minutes 6
import { symlinkSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { useEngine, type Engine, type Finished } from '../engine/engine';
import { nodeLines, type NodeLine } from './nodes';
import { need, run } from '../programs/process';
import { repository } from '../programs/paths';

const lab = 'ch04-port';
const page = 'http://localhost:8080';
// `dkkb start` puts a link to itself there. The link of this machine's user must not change.
const forAllUsers = '/usr/local/bin';
const warning = /\(node:\d+\)|Warning:/;
// All native parts use Node-API and fit each version of Node, so two lines can share an installation.
const half = nodeLines.length / 2;
const installations = [
  { installs: nodeLines[0], tried: nodeLines.slice(0, half) },
  { installs: nodeLines.at(-1), tried: nodeLines.slice(half) },
].map(({ installs, tried }) => {
  if (!installs) throw new Error('nodes.txt is empty');
  return { installs, tried, node: installs.node, npm: installs.npm };
});

// What the oldest and the newest line have is in those between, too. The first circle runs the unit tests with this
// machine's own line.
const ownLine = process.versions.node.split('.', 1).join();
const runsUnitTests = (node: NodeLine) =>
  node.line !== ownLine && [nodeLines[0], nodeLines.at(-1)].includes(node);

// `npm ci` writes a gigabyte, which takes up to eight minutes on a busy disk.
jest.setTimeout(3_600_000);

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
});

describe.each(installations)('installed with Node $node and npm $npm', ({ installs, tried }) => {
  let project: string;
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'dkkb 연습 '));
    await copyRepository(project);
  });
  afterAll(() => rm(project, { recursive: true }));

  it('is complete after `npm ci`, without any compiling', async () => {
    const env = { ...process.env, PATH: pathFrom(installs.bin, process.env['PATH']) };
    expect(await run('npm', ['ci', '--prefer-offline'], { cwd: project, env })).toMatchObject({
      code: 0,
    });
    // node-gyp writes its settings wherever it compiles or tries to.
    expect(await need('find', [project, '-name', 'config.gypi'])).toBe('');
  });

  describe.each(tried)('Node $node', (node) => {
    const exec = (program: string, ...args: string[]): Promise<Finished> =>
      engine.exec(program, args, { cwd: project, env: { PATH: userPath(node) } });

    beforeAll(() => putToolsOnUserPath());
    // The next Node starts clean, also after a failed step.
    afterAll(() => engine.reset());

    it('is the one that is used', async () => {
      expect(await exec('node', '--version')).toMatchObject({ stdout: `v${node.node}\n` });
    });

    if (runsUnitTests(node)) {
      it('passes the unit tests', async () => {
        const { code, stderr } = await exec('npm', 'run', 'test:unit');
        expect(stderr).not.toContain('●');
        expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^Tests: /m) });
      });
    }

    it('runs the first lab with `npm start`, checks it and removes it, without a warning', async () => {
      const before = await engine.inventory();
      const started = await exec('npm', 'start');
      expect(started).toMatchObject({ code: 0, stderr: expect.not.stringMatching(warning) });
      expect(started.stdout).toContain(page);
      await expect(engine.fetch(page)).resolves.toMatchObject({ status: 200 });
      for (const args of [['list'], ['check', lab], ['down', lab]]) {
        expect(await exec('dkkb', ...args)).toMatchObject({
          code: 0,
          stderr: expect.not.stringMatching(warning),
        });
      }
      expect(await engine.inventory()).toMatchObject({ containers: before.containers });
    });

    it('synthesizes the manifests and the stacks', async () => {
      await need('rm', ['-rf', join(project, 'dist'), join(project, 'cdktf.out')]);
      expect(await exec('npx', 'cdk8s', 'synth', '--check-upgrade=false')).toMatchObject({
        code: 0,
        stderr: expect.not.stringMatching(warning),
      });
      await need('test', ['-s', join(project, 'dist', 'apa000dep.yml')]);
      expect(await exec('npx', 'cdktf', 'synth')).toMatchObject({ code: 0 });
      await need('test', ['-s', join(project, 'cdktf.out', 'stacks', lab, 'cdk.tf.json')]);
    });

    it('deploys a lab with cdktf, and destroys it', async () => {
      const before = await engine.inventory();
      const yes = '--auto-approve';
      // `deploy` would ask the Terraform registry for checksums, and there is none here.
      const deployed = await exec('npx', 'cdktf', 'deploy', lab, yes, '--skip-provider-lock');
      expect(deployed).toMatchObject({ code: 0 });
      await expect(engine.fetch(page)).resolves.toMatchObject({ status: 200 });
      expect(await exec('npx', 'cdktf', 'destroy', lab, yes)).toMatchObject({ code: 0 });
      expect(await engine.inventory()).toEqual(before);
    });
  });
});

/** Copies the files of a clone: the tracked files, as they are here. */
async function copyRepository(to: string): Promise<void> {
  const copy = `git -C "$1" ls-files -z | tar -C "$1" --null --files-from=- -cf - | tar -C "$2" -xf -`;
  await need('bash', ['-euo', 'pipefail', '-c', copy, '-', repository, to]);
}

const pathFrom = (...folders: (string | undefined)[]): string => folders.join(delimiter);

const binOfUser = (): string => join(engine.home, '.local', 'bin');

function userPath({ bin }: NodeLine): string {
  const others = (process.env['PATH'] ?? '').split(delimiter);
  return pathFrom(bin, binOfUser(), ...others.filter((folder) => folder !== forAllUsers));
}

async function putToolsOnUserPath(): Promise<void> {
  await mkdir(binOfUser(), { recursive: true });
  for (const tool of ['docker', 'terraform']) {
    const [found = ''] = (await need('which', [tool])).split('\n');
    symlinkSync(found, join(binOfUser(), tool));
  }
}
