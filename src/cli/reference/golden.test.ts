import { join } from 'node:path';

import { expectGoldenFile } from '../../../testbed/jest/golden';
import { repository } from '../../../testbed/programs/paths';
import { commandsDocument } from './document';

it('docs/commands.md has every command as the table has it now (written by UPDATE_GOLDEN=1 npm run golden)', () => {
  expectGoldenFile(join(repository, 'docs/commands.md'), commandsDocument());
});
