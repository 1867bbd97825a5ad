import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadPlace } from './place';

const folder = mkdtempSync(join(tmpdir(), 'place-'));
afterAll(() => rmSync(folder, { recursive: true }));

function place(yaml: string, environment: Record<string, string> = {}) {
  writeFileSync(join(folder, 'dkkb.config.yaml'), yaml);
  return loadPlace(folder, { environment });
}

it('names no class where nobody named one', () => {
  const empty = mkdtempSync(join(folder, 'empty-'));
  expect(loadPlace(empty, { environment: {} })).toEqual({ hasFile: false, issues: [] });
  expect(place('hours: 3')).toEqual({ hasFile: true, issues: [] });
});

it('finds the class and the region beside mistakes and a lost roster', () => {
  const found = { class: 'docker', region: 'us-east-1', hasFile: true, issues: [] };
  const yaml = 'class: docker\nregion: us-east-1\n';
  expect(place(`${yaml}students: gone.csv\ndisk: 1\nhour: 3\n`)).toEqual(found);
  expect(place('class: a\nregion: b', { DKKB_CLASS: 'docker', DKKB_REGION: 'us-east-1' })).toEqual(
    found,
  );
});

it.each([
  ['class: Docker Class\nregion: us-east-1', { region: 'us-east-1' }, 'class', '"Docker Class"'],
  ['class: docker\nregion: seoul', { class: 'docker' }, 'region', '"seoul"'],
  ['class: [a', {}, 'dkkb.config.yaml', '"class: [a"'],
])('tells the mistake of %j and takes the rest', (yaml, rest, path, value) => {
  const { issues, ...found } = place(yaml);
  expect(found).toEqual({ ...rest, hasFile: true });
  expect(issues).toMatchObject([{ path, value }]);
});

it('names the environment variable that has a mistake', () => {
  expect(place('', { DKKB_CLASS: '../x' }).issues).toMatchObject([{ path: 'DKKB_CLASS' }]);
});

it('tells that a file that was named is not there', () => {
  expect(loadPlace(folder, { file: 'gone.yaml', environment: { DKKB_CLASS: 'docker' } })).toEqual({
    class: 'docker',
    hasFile: false,
    issues: [expect.objectContaining({ path: 'gone.yaml', value: 'ENOENT' })],
  });
});
