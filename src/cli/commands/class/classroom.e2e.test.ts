// @circle all
import { join } from 'node:path';

import { images } from '../../../core/images';
import { startEngine, useEngine, type Engine } from '../../../../testbed/engine/engine';
import type { Inventory } from '../../../../testbed/labs/inventory';

const kit = Object.values(images);
const port = '5077';

let teacher: Engine;
let student: Engine;
let before: Inventory;
beforeAll(async () => {
  [teacher, student] = await Promise.all([
    useEngine(),
    startEngine('student', { registry: 'none' }),
  ]);
  for (const image of kit) await teacher.docker('pull', '--quiet', image);
  before = await teacher.inventory();
});
afterAll(async () => {
  await teacher.dkkb('images', 'serve', '--stop');
  await student.stop();
});

async function need(engine: Engine, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await engine.dkkb(...args, '--lang', 'en');
  if (code !== 0) throw new Error(`dkkb ${args.join(' ')}: ${String(code)}\n${stdout}${stderr}`);
  return stdout;
}

interface Finding {
  readonly topic: string;
  readonly status: string;
  readonly found: string;
  readonly problems: readonly { code: string; values: Record<string, string> }[];
}

/** The finding of `dkkb doctor` on the student's mirror. */
async function mirror(): Promise<Finding | undefined> {
  const report = JSON.parse(await need(student, 'doctor', '-o', 'json')) as {
    findings: Finding[];
  };
  return report.findings.find(({ topic }) => topic === 'mirror');
}

const here = async (engine: Engine) =>
  (await engine.docker('image', 'ls', '--format', '{{.Repository}}')).split('\n').sort();

describe('one archive for a class', () => {
  it('brings the whole kit to a machine without network, where a lab then works', async () => {
    const file = join(teacher.home, '책 이미지.tar');
    await need(teacher, 'images', 'save', file);
    expect((await student.sh('docker pull httpd')).code).not.toBe(0);
    await need(student, 'images', 'load', file);
    expect(await here(student)).toEqual([...kit].sort());
    const empty = await student.inventory();
    await need(student, 'solve', 'ch05-wordpress-mysql');
    await need(student, 'check', 'ch05-wordpress-mysql');
    await need(student, 'down', 'ch05-wordpress-mysql');
    expect(await student.inventory()).toEqual(empty);
    await student.docker('image', 'rm', ...kit);
  });
});

describe('one pull for a class', () => {
  let served: string;
  let address: string;
  beforeAll(async () => {
    address = await teacher.link(student);
    served = await need(teacher, 'images', 'serve', '--address', address, '--port', port);
  });

  it('is not used by an engine without the setting, and doctor finds no mirror', async () => {
    expect(await mirror()).toMatchObject({ status: 'ok', found: 'none', problems: [] });
    expect((await student.sh('docker pull httpd')).code).not.toBe(0);
  });

  it('gives every image to an engine with the printed setting', async () => {
    const [setting = ''] = /^ *\{ "registry-mirrors".*\}$/m.exec(served) ?? [];
    await student.configure(setting);
    expect(await mirror()).toMatchObject({
      status: 'ok',
      found: `http://${address}:${port}/ in use (${kit.length} of the book's ${kit.length} images)`,
    });
    for (const image of kit) await student.docker('pull', '--quiet', image);
    expect(await here(student)).toEqual([...kit].sort());
    await need(student, 'solve', 'ch04-port');
    await need(student, 'down', 'ch04-port');
  });

  it('leaves nothing once it is stopped, and doctor warns of a silent mirror', async () => {
    await need(teacher, 'images', 'serve', '--stop');
    expect(await teacher.inventory()).toEqual(before);
    expect(await mirror()).toMatchObject({
      status: 'warning',
      problems: [{ code: 'mirror-silent', values: { reason: 'ECONNREFUSED' } }],
    });
  });
});
