import { readFileSync } from 'node:fs';

import Sequencer from '@jest/test-sequencer';

/** Starts the test files in the order that the runner has planned; without a plan, in jest's own order. */
export default class Planned extends Sequencer {
  sort(tests) {
    const file = process.env.DKKB_TEST_PLAN;
    if (!file) return super.sort(tests);
    const order = JSON.parse(readFileSync(file, 'utf8')).map(({ path }) => path);
    return [...tests].sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
  }
}
