import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';

import { keepWhatIsLeft } from './failure-report';
import { ProcessorTime } from '../programs/processor-time';

/** The environment for tests with real parts: it waits until the parts of its file are made, and keeps what a failed test leaves. */
export default class PartsEnvironment extends TestEnvironment {
  private readonly file: string;
  private time: ProcessorTime | undefined;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    this.file = context.testPath;
  }

  override async setup(): Promise<void> {
    await super.setup();
    await partsOf(this.file);
    this.time = ProcessorTime.begin(process.env['DKKB_TESTBED_RUN'] ?? '');
  }

  override async teardown(): Promise<void> {
    const results = process.env['DKKB_TEST_RESULTS'];
    if (results) this.time?.end(results, this.file);
    await super.teardown();
  }

  /** Handles a failure before the test's own clean-up, so what the test made is still there. */
  readonly handleTestEvent = async (event: Circus.Event): Promise<void> => {
    if (event.name === 'test_start') this.global['dkkbTyped'] = [];
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') {
      await keepWhatIsLeft(this.file, event, this.global['dkkbTyped'] as string[] | undefined);
    }
  };
}

interface Planned {
  readonly path: string;
  readonly waitsFor: readonly string[];
}

/** Waits for the parts of a file that a run is still making; rejects when one of them could not be made. */
async function partsOf(file: string): Promise<void> {
  const { DKKB_TEST_PLAN: plan, DKKB_TEST_PARTS: folder } = process.env;
  if (!plan || !folder) return;
  const files = JSON.parse(readFileSync(plan, 'utf8')) as readonly Planned[];
  for (const part of files.find(({ path }) => path === file)?.waitsFor ?? []) {
    while (!existsSync(join(folder, `${part}.made`))) {
      if (existsSync(join(folder, `${part}.failed`))) throw new Error(`PART-ABSENT ${part}`);
      await pause(200);
    }
  }
}
