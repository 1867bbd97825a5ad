import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Aws } from '../aws/aws';
import { dkkb } from '../programs/paths';
import { finish, type Finished } from '../programs/process';
import { until } from '../programs/until';
import { workingIn } from './class';
import { regions } from './steps';

/** A teacher with a configuration, a roster and a data folder. */
export class SequenceTeacher {
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
