import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from '../programs/paths';
import { faults } from './faults.mjs';

it.each(faults)('the text that "$kind" breaks stands once in its file', ({ file, from, to }) => {
  const pieces = readFileSync(join(repository, file), 'utf8').split(from);
  expect({ file, pieces: pieces.length, isBroken: from !== to }).toEqual({
    ...{ file, pieces: 2, isBroken: true },
  });
});

it.each(faults)('the test that finds "$kind" is there', ({ test }) => {
  expect(existsSync(join(repository, test))).toBe(true);
});
