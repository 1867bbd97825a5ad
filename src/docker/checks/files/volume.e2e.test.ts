import { useEngine, type Engine } from '../../../../testbed/engine/engine';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
});
afterAll(() => engine.reset());

it('leaves no volume behind when it uses an image that declares volumes', async () => {
  await engine.docker('pull', '--quiet', 'httpd');
  // A check prefers a busybox image to look into a volume.
  const declaring = ['--change', 'VOLUME /data', 'given', 'busybox:with-volume'];
  await engine.docker('create', '--name', 'given', 'httpd');
  await engine.docker('commit', ...declaring);
  await engine.docker('rm', 'given');
  expect(await engine.dkkb('solve', 'ch06-volume-mount')).toMatchObject({ code: 0 });

  expect(await engine.dkkb('check', 'ch06-volume-mount')).toMatchObject({ code: 0 });

  expect(await engine.docker('volume', 'ls', '--quiet')).toBe('apa000vol1');
  expect(await engine.dkkb('down', 'ch06-volume-mount')).toMatchObject({ code: 0 });
});
