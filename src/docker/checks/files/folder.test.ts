import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { files } from '../../../core/machine/files';
import { otherMachine } from '../../../core/system';
import type { DockerContext } from '../check';
import { mountsFolder } from './folder';

const target = '/usr/local/apache2/htdocs';
const service = { image: 'httpd', ports: ['8090:80'], volumes: [`./pages:${target}`] };
const lab = { platform: 'docker', id: 'x', setup: {}, solution: { services: { web: service } } };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dkkb-folder-'));
  mkdirSync(join(dir, 'pages'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** What is told of a container with that folder, whose server shows or lacks what is put into the reader's. */
async function told(source: string, shows: boolean) {
  const mounts = [{ type: 'bind', source, target }];
  const ask = async (url: string) =>
    shows
      ? { status: 200, body: url.slice(url.lastIndexOf('/') + 1) }
      : { status: 404, body: 'none' };
  const engine = {
    host: 'localhost',
    containers: async () => new Map([['web', { name: 'web', mounts }]]),
  };
  const context = { lab, engine, ask, dir, files, machine: otherMachine };
  const problems = await mountsFolder('web', 'pages').run(context as unknown as DockerContext);
  return problems.map(({ code }) => code);
}

it('the mount of another folder is told where the mount is looked at', async () => {
  expect(await told(join(dir, 'other'), false)).toEqual(['mount-source-wrong']);
});

it('a path that only looks different is the mount of the folder', async () => {
  expect(await told('/host_mnt/c/study/pages', true)).toEqual([]);
});

it('the right mount whose page does not show is left to the check of the page', async () => {
  expect(await told(join(dir, 'pages'), false)).toEqual([]);
});
