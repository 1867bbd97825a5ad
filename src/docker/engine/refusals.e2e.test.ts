// @circle all
import { bookFile, write } from '../../../labs/shared/compose-cases';
import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { until } from '../../../testbed/programs/until';
import { tell } from '../../../testbed/labs/answers';
import { failureFrom } from './refusals';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
  for (const image of ['registry', 'busybox']) await engine.docker('pull', '-q', image);
});
afterAll(() => engine.reset());

const repository = '127.0.0.1:5000/old';
const list = 'application/vnd.docker.distribution.manifest.list.v2+json';

// Puts a manifest into a repository, as the registry's API takes it.
const put = `const [url, type, body] = process.argv.slice(1);
fetch(url, { method: 'PUT', headers: { 'content-type': type }, body }).then(async (answer) => {
  if (!answer.ok) throw new Error(await answer.text());
});`;

/** Pushes an image under the tag that exists for another architecture only. */
async function offerElsewhere(tag: string, digest: string, size: number): Promise<void> {
  const mediaType = 'application/vnd.docker.distribution.manifest.v2+json';
  const platform = { os: 'linux', architecture: 's390x' };
  const manifests = [{ mediaType, size, digest, platform }];
  const body = JSON.stringify({ schemaVersion: 2, mediaType: list, manifests });
  const url = `http://${repository.replace('/', '/v2/')}/manifests/${tag}`;
  const { code, stderr } = await engine.exec(process.execPath, ['-e', put, url, list, body]);
  if (code !== 0) throw new Error(stderr);
}

it('knows an image that exists for other computers only', async () => {
  await engine.docker('run', '-d', '--name', 'registry', '-p', '127.0.0.1:5000:5000', 'registry');
  // The engine's proxy accepts connections before the server behind it listens.
  await until(
    () => engine.fetch('http://127.0.0.1:5000/v2/').catch(String),
    (answer) => typeof answer !== 'string' && answer.status === 200,
  );
  await engine.docker('tag', 'busybox', `${repository}:any`);
  const pushed = await engine.docker('push', `${repository}:any`);
  const [, digest = '', size] = /digest: (\S+) size: (\d+)/.exec(pushed) ?? [];
  await offerElsewhere('5.7', digest, Number(size));

  const { code, stderr } = await engine.sh(`docker pull ${repository}:5.7`);
  expect(code).not.toBe(0);
  expect(failureFrom(stderr, { image: 'old:5.7' })).toMatchObject({
    code: 'image-wrong-platform',
    values: {
      image: 'old:5.7',
      platform: expect.stringMatching(/^linux.\w+$/),
      said: expect.stringContaining('no matching manifest'),
    },
  });

  // The same happens to the book's Compose file with mysql:5.7 on a computer of another kind.
  await engine.sh(write('com_folder/docker-compose.yml', bookFile(`${repository}:5.7`)));
  const solved = await tell(engine, 'solve ch07-compose-up --lang en');
  expect(solved).toMatchObject({
    code: 3,
    problem: {
      code: 'image-wrong-platform',
      values: { platform: expect.stringMatching(/^linux.\w+$/) },
    },
  });
  expect(solved.problem?.remedy).toContain('mysql:5.7, for example, has none for arm64');
});
