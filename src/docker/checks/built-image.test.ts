import { labs } from '../../../labs/index';
import type { Contents } from '../engine/contents';
import type { EngineSnapshot } from '../engine/facts';
import type { Files } from '../../core/machine/files';
import { imageServes } from './built-image';
import type { DockerContext } from './check';

const id = `sha256:${'a'.repeat(64)}`;
const snapshot = {
  host: 'localhost',
  images: () => Promise.resolve([{ id, reference: 'ex22_original2:latest', createdAt: '' }]),
} as unknown as EngineSnapshot;
const recipe = 'FROM httpd\nCOPY index.html /usr/local/apache2/htdocs\n';
const files = {
  kind: () => Promise.resolve('file'),
  exists: () => Promise.resolve(false),
  names: () => Promise.resolve([]),
  bytes: (path: string) =>
    Promise.resolve(Buffer.from(path.endsWith('Dockerfile') ? recipe : 'mine')),
  read: () => Promise.resolve('mine'),
} as unknown as Files;
const lab = labs.find((one) => one.id === 'ch06-dockerfile');
const from = { recipe: 'apa_folder/Dockerfile', page: 'apa_folder/index.html' };

/** The problems of the check on a machine whose images answer in that way. */
async function codesWhere(contents: Contents) {
  const engine = { ...snapshot, contents };
  const context = { lab, engine, files, dir: '/' } as unknown as DockerContext;
  const problems = await imageServes('ex22_original2', from).run(context);
  return problems.map(({ code }) => code);
}

function answering(body: string): Contents & { readonly asked: () => number } {
  let asked = 0;
  const servedBy = () => {
    asked += 1;
    return Promise.resolve({ status: 200, body });
  };
  return { servedBy, asked: () => asked } as unknown as Contents & { asked: () => number };
}

it('starts an image once on each machine, and keeps the answers of the machines apart', async () => {
  const [liar, honest] = [answering('other'), answering('mine')];
  expect(await codesWhere(liar)).toEqual(['image-page-wrong']);
  expect(await codesWhere(honest)).toEqual([]);
  expect(await codesWhere(liar)).toEqual(['image-page-wrong']);
  expect([liar.asked(), honest.asked()]).toEqual([1, 1]);
});
