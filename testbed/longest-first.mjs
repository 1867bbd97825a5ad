import { readFileSync } from 'node:fs';

import Sequencer from '@jest/test-sequencer';

/** Starts the files first that say in a comment how long they take (`@minutes 12`), so that none is left alone at the end. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const minutes = new Map(tests.map((test) => [test, minutesOf(test.path)]));
    return [...super.sort(tests)].sort((a, b) => minutes.get(b) - minutes.get(a));
  }
}

function minutesOf(path) {
  const [, minutes = '0'] = /@minutes (\d+)/.exec(readFileSync(path, 'utf8')) ?? [];
  return Number(minutes);
}
