import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { many } from '../labs/ch04/many';
import type { Engine } from '../testbed/engine/engine';
import { cdktfAt } from './cdktf';
import { at, composeAt } from './in-engine';
import { sideBySide } from './measure';
import { stacksApp } from './places';
import type { Row } from './report';

/** Measures a lab's deployment by cdktf, by Terraform itself with the same JSON, and by Compose. */
export async function measureDeploy(engine: Engine, rounds: number): Promise<Row[]> {
  const compose = await composeAt(engine);
  const cdktf = await cdktfAt(engine);
  const terraform = await terraformAt(engine);
  const yes = '-auto-approve';
  const options = [many.id, '--auto-approve', '--skip-provider-lock'];
  const times = await sideBySide(
    {
      cdktf: {
        run: () => cdktf('deploy', ...options),
        after: () => cdktf('destroy', ...options),
      },
      terraform: { run: () => terraform('apply', yes), after: () => terraform('destroy', yes) },
      compose: { run: () => compose('up', '-d', '--wait'), after: () => compose('down') },
    },
    rounds,
  );
  const what = `\`cdktf deploy ${many.id}\``;
  const plain = 'plain `terraform apply` of the same JSON';
  return [
    { what, ours: times.cdktf, other: plain, others: times.terraform },
    { what, ours: times.cdktf, other: '`docker compose up -d --wait`', others: times.compose },
  ];
}

async function terraformAt(engine: Engine) {
  const folder = join(engine.home, 'terraform');
  await mkdir(folder);
  await at(engine, process.execPath, [stacksApp, 'out'], { cwd: folder });
  const cwd = join(folder, 'out', 'stacks', many.id);
  const terraform = (...args: string[]) =>
    at(engine, 'terraform', [...args, '-input=false', '-no-color'], { cwd });
  await terraform('init');
  return terraform;
}
