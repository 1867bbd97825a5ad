import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from '../../testbed/programs/paths';
import { labs } from '../app-labs';

const halves = readFileSync(join(repository, 'docs', 'appendix.md'), 'utf8').split(/^(?=# )/m);

it('the page of the appendix has a Korean and an English half', () => {
  expect(halves.length).toBe(2);
});

it.each(labs.map(({ id }) => id))('both halves of its page name %s in their table', (id) => {
  for (const half of halves) expect(half).toMatch(new RegExp(`^\\| A-.*\`dkkb \\w+ ${id}\``, 'm'));
});

it('both halves name every row of the appendix', () => {
  for (const half of halves)
    for (let row = 1; row <= 10; row += 1)
      expect(half).toContain(`A-${String(row).padStart(2, '0')}`);
});
