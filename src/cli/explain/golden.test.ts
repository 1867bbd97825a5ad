import { join } from 'node:path';

import { expectGoldenFile } from '../../../testbed/jest/golden';
import { repository } from '../../../testbed/programs/paths';
import { problemsDocument } from './document';

it('docs/problems.md has every code as it is defined now (written by UPDATE_GOLDEN=1 npm run golden)', () => {
  expectGoldenFile(join(repository, 'docs/problems.md'), problemsDocument());
});
