import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onPosix } from '../testbed/programs/posix';
import { run } from '../testbed/programs/process';
import { makeProject } from '../testbed/programs/project';

const scratch = mkdtempSync(join(tmpdir(), 'charts-'));
const project = join(scratch, '쿠버네티스 연습');
const golden = join(__dirname, 'golden');

beforeAll(() => makeProject(project));
afterAll(() => rmSync(scratch, { recursive: true }));

onPosix(
  'writes the manifests with `npx cdk8s synth`, and touches nothing but dist/',
  async () => {
    writeFileSync(join(project, 'mine.yml'), 'kind: Mine\n');
    const before = readdirSync(project);
    const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false' };
    const { code, stderr } = await run('npx', ['cdk8s', 'synth'], { cwd: project, env });
    expect(code).toBe(0);
    expect(readdirSync(project).sort()).toEqual([...before, 'build', 'dist'].sort());
    expect(readdirSync(join(project, 'dist')).sort()).toEqual(
      [...readdirSync(golden), 'compose'].sort(),
    );
    for (const file of readdirSync(golden)) {
      expect(stderr).toContain(`dist/${file}`);
      expect(readFileSync(join(project, 'dist', file))).toEqual(readFileSync(join(golden, file)));
    }
  },
  30_000,
);
