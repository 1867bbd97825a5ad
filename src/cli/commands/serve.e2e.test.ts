// @circle all
import { images } from '../../core/images';
import { startEngine, useEngine, type Engine } from '../../../testbed/engine/engine';
import { interrupt } from '../../../testbed/programs/halt';
import type { Inventory } from '../../../testbed/labs/inventory';
import { told } from '../../../testbed/labs/answers';

const port = '5078';
const kit = [images.registry, images.httpd, images.nginx];

let teacher: Engine;
let student: Engine;
let address: string;
let mirror: string;
let before: Inventory;

beforeAll(async () => {
  [teacher, student] = await Promise.all([
    useEngine(),
    startEngine('mirror-student', { registry: 'none' }),
  ]);
  await teacher.pull(...kit);
  address = await teacher.link(student);
  mirror = `${address}:${port}`;
  await student.configure(
    JSON.stringify({
      'registry-mirrors': [`http://${mirror}`],
      'insecure-registries': [mirror],
    }),
  );
  before = await teacher.inventory();
});
afterEach(async () => {
  await serve('--stop');
  await teacher.api
    .getVolume('dkkb-mirror')
    .remove()
    .catch(() => undefined);
});
afterAll(() => student.stop());

const serveAt = (at: string, ...more: readonly string[]) =>
  teacher.dkkb('images', 'serve', '--address', at, '--port', port, '--lang', 'en', ...more);
const serve = (...more: readonly string[]) => serveAt(address, ...more);

const idOf = (engine: Engine, image: string): Promise<string> =>
  engine.docker('image', 'inspect', '--format', '{{.Id}}', image);

/** The mirror's status code for a request of the student's machine. */
async function asked(method: string, path: string): Promise<string> {
  const words = ['-s', '-o', '/dev/null', '-w', '%{http_code}', '-X', method];
  return (await student.exec('curl', [...words, `http://${mirror}/v2/${path}`])).stdout;
}

/** Tries to push another image under the name of one of the book's images. */
async function tryToReplace(image: string): Promise<string> {
  const target = `${mirror}/library/${image}:latest`;
  await student.load('nginx');
  await student.docker('tag', images.nginx, target);
  const { code, stderr } = await student.exec('docker', ['push', target]);
  await student.docker('image', 'rm', target, images.nginx);
  return `${String(code)} ${stderr}`;
}

async function pulled(image: string): Promise<string> {
  await student.docker('pull', '--quiet', image);
  const id = await idOf(student, image);
  await student.docker('image', 'rm', image);
  return id;
}

describe('a mirror that serves', () => {
  it('gives what the teacher has, and takes nothing from the network', async () => {
    expect((await serve()).code).toBe(0);
    expect(await tryToReplace('httpd')).toMatch(/^1 /);
    expect(await asked('POST', 'library/httpd/blobs/uploads/')).toBe('405');
    expect(await asked('PUT', 'library/httpd/manifests/latest')).toBe('405');
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(await asked('DELETE', `library/httpd/manifests/${digest}`)).toBe('405');
    expect(await pulled('httpd')).toBe(await idOf(teacher, 'httpd'));
  });

  it('cannot be written by its own server either', async () => {
    await serve();
    const file = '/var/lib/registry/probe';
    const { stderr } = await teacher.exec('docker', ['exec', 'dkkb-mirror', 'touch', file]);
    expect(stderr).toContain('Read-only file system');
  });

  it('keeps running while it is filled again, and then gives the new image', async () => {
    await serve();
    const container = await idOfContainer();
    await teacher.docker('tag', 'httpd', 'kept');
    await teacher.docker('tag', 'nginx', 'httpd');
    expect((await serve()).code).toBe(0);
    expect(await idOfContainer()).toBe(container);
    expect(await pulled('httpd')).toBe(await idOf(teacher, 'nginx'));
    await teacher.docker('tag', 'kept', 'httpd');
    await teacher.docker('image', 'rm', 'kept');
  });

  it('refuses the address of another machine before it fills anything', async () => {
    const asked = await serveAt('203.0.113.9');
    expect(asked).toMatchObject({ code: 2, stderr: expect.stringContaining(address) });
    expect(await teacher.inventory()).toEqual(before);
  });

  it('prints an address of this machine when it serves at all addresses', async () => {
    const { stdout } = await serveAt('0.0.0.0');
    expect(stdout).toContain(`"registry-mirrors": ["http://${address}:${port}"]`);
  });

  it('warns when only this machine can reach it', async () => {
    const { stdout } = await serveAt('127.0.0.1');
    expect(stdout).toContain(`dkkb images serve --address ${address}`);
  });

  it('cannot be reached from the network while it is filled for the first time', async () => {
    await interrupt(teacher, line(), /Putting httpd/, 'SIGKILL');
    const ports = await teacher.docker('ps', '--format', '{{.Names}} {{.Ports}}');
    expect(ports).toMatch(/^dkkb-mirror-fill 127\.0\.0\.1:\d+->5000\/tcp$/);
    expect((await serve()).code).toBe(0);
    expect(await pulled('httpd')).toBe(await idOf(teacher, 'httpd'));
    expect((await serve('--stop')).stdout).toMatch(
      /Settings > Docker Engine[^]*daemon\.json[^]*minikube delete/,
    );
    expect(await teacher.inventory()).toEqual(before);
  });

  it('leaves nothing when it is stopped while it is filled', async () => {
    await serve();
    await interrupt(teacher, line(), /Putting httpd/, 'SIGKILL');
    expect((await serve('--stop')).code).toBe(0);
    expect(await teacher.inventory()).toEqual(before);
  });
});

const line = (): string => `images serve --address ${address} --port ${port}`;
const idOfContainer = (): Promise<string> =>
  teacher.docker('inspect', '--format', '{{.Id}}', 'dkkb-mirror');

/** Starts a mirror as earlier versions made it: open to the network, with a volume without a label. */
async function startOldMirror(): Promise<void> {
  const publish = ['--publish', `${address}:${port}:5000`, '--publish', `127.0.0.1:${port}:5000`];
  const volume = ['--volume', 'dkkb-mirror:/var/lib/registry'];
  const name = ['--name', 'dkkb-mirror', '--label', 'dkkb.role=mirror'];
  await teacher.docker('run', '--detach', ...name, ...publish, ...volume, images.registry);
}

describe('a mirror of an earlier version, to which everybody could push', () => {
  beforeEach(startOldMirror);

  it('is replaced, with all its content', async () => {
    expect(await tryToReplace('httpd')).toMatch(/^0 /);
    expect((await serve()).code).toBe(0);
    expect(await tryToReplace('httpd')).toMatch(/^1 /);
    expect(await pulled('httpd')).toBe(await idOf(teacher, 'httpd'));
  });

  it('is removed with its volume by --stop', async () => {
    expect((await serve('--stop')).code).toBe(0);
    expect(await teacher.inventory()).toEqual(before);
  });
});

describe('a volume dkkb-mirror that has no label of ours', () => {
  beforeEach(() => teacher.docker('volume', 'create', 'dkkb-mirror'));

  it.each([[[]], [['--stop']]])('is named, not used and not removed: serve %j', async (more) => {
    const said = told(await serve(...more));
    expect(said).toMatchObject({ code: 3 });
    expect(JSON.stringify(said)).toContain('docker volume rm dkkb-mirror');
    const { volumes, containers } = await teacher.inventory();
    expect({ volumes, containers }).toEqual({ volumes: ['dkkb-mirror'], containers: [] });
  });
});
