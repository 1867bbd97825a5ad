import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives each test of a file a data folder of its own, which is removed after it; `folder` is that of the test that runs. */
export function ownData(): { readonly folder: string } {
  const data = { folder: '' };
  const before = process.env['DKKB_DATA'];
  beforeEach(() => {
    data.folder = mkdtempSync(join(tmpdir(), 'dkkb-data-'));
    process.env['DKKB_DATA'] = data.folder;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['DKKB_DATA'];
    else process.env['DKKB_DATA'] = before;
    rmSync(data.folder, { recursive: true });
  });
  return data;
}
