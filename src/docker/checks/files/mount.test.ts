import { bindMount } from '../../../../labs/ch06/bind-mount';
import { htdocs } from '../../../../labs/shared/apache';
import type { Files } from '../../../core/machine/files';
import { otherMachine, type System } from '../../../core/system';
import type { Shell } from '../../../core/shell/shells';
import type { EngineSnapshot, Mount } from '../../engine/facts';
import type { DockerContext } from '../check';
import { showsFolder } from './folder';
import { mountsAsDescribed } from './mount';

// Stands in for Docker Desktop: mounts as it reports them. Nothing of it was run on Windows.
const digest = '/run/desktop/mnt/host/wsl/docker-desktop-bind-mounts/Ubuntu/4d9e39410bba78dc';

interface Place {
  readonly system?: System;
  readonly shell?: Shell;
  readonly dir?: string;
}

function contextOf(mount: Partial<Mount>, { system = 'windows', shell = 'cmd', dir }: Place = {}) {
  const mounts = [{ type: 'bind', source: '', target: htdocs, ...mount }];
  const container = { name: 'apa000ex20', mounts, imageId: 'sha256:a' };
  const engine = {
    host: 'localhost',
    containers: () => Promise.resolve(new Map([[container.name, container]])),
    kind: () => Promise.resolve('desktop'),
    contents: { seesFile: () => Promise.resolve(true) },
  } as unknown as EngineSnapshot;
  const files = {
    kind: () => Promise.resolve('folder'),
    withFile: (_path: string, _content: string, work: () => unknown) => work(),
  } as unknown as Files;
  return {
    lab: bindMount,
    engine,
    files,
    dir: dir ?? '/home/kim',
    ask: () => Promise.resolve({ status: 404, body: '' }),
    machine: { ...otherMachine, system, shell },
  } as unknown as DockerContext;
}

const folderProblem = async (mount: Partial<Mount>, place: Place) =>
  (await showsFolder('apa000ex20', 'apa_folder').run(contextOf(mount, place)))[0];

it.each<[System, string, string]>([
  ['windows', '/run/desktop/mnt/host/c/Users/kim/other', 'C:\\Users\\kim\\other'],
  ['windows', '/host_mnt/d/other', 'D:\\other'],
  ['windows', 'C:\\Users\\kim\\other', 'C:\\Users\\kim\\other'],
  ['wsl', '/run/desktop/mnt/host/c/Users/kim/other', '/mnt/c/Users/kim/other'],
  ['macos', '/host_mnt/Users/kim/other', '/Users/kim/other'],
  ['wsl', digest, 'Ubuntu 배포판의 폴더'],
])('on %s, the wrong folder %s is told as %s', async (system, source, shown) => {
  const problem = await folderProblem({ source }, { system });
  expect(problem).toMatchObject({ code: 'mount-source-wrong', values: { found: shown } });
  expect(problem?.describe().message.ko).not.toMatch(/host_mnt|\/run\/desktop/);
});

it('shows what was typed where Docker Desktop tells only a digest', async () => {
  const typed = { path: '/home/kim/other', distribution: 'Ubuntu' };
  const found = async (system: System) =>
    (await folderProblem({ source: digest, typed }, { system }))?.values['found'];
  expect(await found('wsl')).toBe('/home/kim/other');
  expect(await found('windows')).toBe('\\\\wsl.localhost\\Ubuntu\\home\\kim\\other');
});

it.each<[System, string]>([
  ['macos', '/host_mnt/home/kim/apa_folder'],
  ['macos', '/home/Kim/apa_folder/'],
  ['wsl', '/home/kim/apa_folder'],
])('on %s, %s is the right folder, which was made again', async (system, source) => {
  expect((await folderProblem({ source }, { system }))?.code).toBe('mount-folder-replaced');
});

it('tells each mount of a container in the reader’s own words', async () => {
  const context = contextOf({ source: '/host_mnt/c/a', target: '/other' });
  const [problem] = await mountsAsDescribed('apa000ex20').run(context);
  expect(problem).toMatchObject({ code: 'mount-missing', values: { found: 'C:\\a → /other' } });
});

it.each([
  '\\Program Files\\Git\\usr\\local\\apache2\\htdocs',
  '/Program Files/Git/usr/local/apache2/htdocs',
  'C:/Program Files/Git/usr/local/apache2/htdocs;C',
  '/c/Users/kim/scoop/apps/git/current/usr/local/apache2/htdocs',
  '\\msys64\\usr\\local\\apache2\\htdocs',
])('names that Git Bash made %s of the path, and how to stop it', async (target) => {
  const context = contextOf({ source: 'C:\\Users\\kim\\apa_folder;C', target });
  const [problem] = await mountsAsDescribed('apa000ex20').run(context);
  expect(problem).toMatchObject({ code: 'mount-path-rewritten', values: { found: target } });
  const { remedy } =
    problem?.describe({ ...otherMachine, system: 'windows', shell: 'git-bash' }) ?? {};
  expect(remedy?.ko).toContain('MSYS_NO_PATHCONV=1');
  expect(remedy?.commands?.[1]).toMatch(/^MSYS_NO_PATHCONV=1 docker run/);
});

it.each(['/srv/usr/local/apache2/htdocs', '/usr/local/apache2/htdoc'])(
  'takes %s for a slip of the reader',
  async (target) => {
    const [problem] = await mountsAsDescribed('apa000ex20').run(contextOf({ target }));
    expect(problem?.code).toBe('mount-missing');
  },
);
