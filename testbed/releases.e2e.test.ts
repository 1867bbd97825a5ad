// @needs provider
// @minutes 1
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { need, run } from './programs/process';
import { repository } from './programs/paths';

const version = '4.6.0';
const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
const archive = `terraform-provider-docker_${version}_linux_${arch}.zip`;
const path = `github.com/kreuzwerker/terraform-provider-docker/releases/download/v${version}/${archive}`;
const mirrored = `dkkb/testbed/terraform/registry.terraform.io/kreuzwerker/docker/${version}/linux_${arch}/terraform-provider-docker_v${version}`;
const built = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), mirrored);

const sha256 = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

describe('the provider for Docker as a release file of its vendor', () => {
  let home: string;
  let releases: string;
  let sum: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'dkkb releases '));
    releases = join(home, 'releases');
    await mkdir(dirname(join(releases, path)), { recursive: true });
    await need('python3', ['-m', 'zipfile', '-c', join(releases, path), built]);
    sum = await sha256(join(releases, path));
    // This `go` builds nothing. Its message shows that the part would be built.
    await mkdir(join(home, 'bin'));
    await writeFile(join(home, 'bin/go'), '#!/bin/sh\necho "go was started" >&2\nexit 9\n');
    await chmod(join(home, 'bin/go'), 0o755);
  });
  afterAll(async () => {
    await rm(home, { recursive: true });
  });

  let cache: string;
  beforeEach(async () => {
    cache = await mkdtemp(join(home, 'cache '));
  });

  interface Made {
    readonly code: number;
    readonly log: string;
  }
  const make = async (from: string | undefined, list?: string): Promise<Made> => {
    const sums = join(cache, 'sums');
    if (list !== undefined) await writeFile(sums, list);
    const { code } = await run(join(repository, 'testbed', 'prepare.sh'), ['provider'], {
      env: {
        ...process.env,
        PATH: `${join(home, 'bin')}:${process.env['PATH'] ?? ''}`,
        XDG_CACHE_HOME: cache,
        DKKB_RELEASES: from,
        DKKB_RELEASES_SUMS: list === undefined ? undefined : sums,
      },
    });
    return { code, log: await readFile(join(cache, 'dkkb/testbed/log/provider.log'), 'utf8') };
  };

  it('is taken from a folder and not built', async () => {
    const { code, log } = await make(releases, `${sum}  ${archive}\n`);
    expect(log).toContain(`${path} is taken from ${releases}; its checksum is ${sum}`);
    expect(log).not.toContain('go was started');
    expect(code).toBe(0);
    expect(await sha256(join(cache, mirrored))).toBe(await sha256(built));
  });

  describe('at an http address', () => {
    let server: Server;
    let address: string;
    beforeAll(async () => {
      server = createServer(({ url = '' }, answer) => {
        createReadStream(join(releases, url))
          .on('error', () => answer.writeHead(404).end())
          .pipe(answer);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    });
    afterAll(async () => {
      await new Promise((resolve) => server.close(resolve));
    });

    it('is taken from that address', async () => {
      const { code, log } = await make(`${address}/`, `${sum} *./${path}\n`);
      expect(log).toContain(`${path} is taken from ${address}/`);
      expect(code).toBe(0);
      expect(await sha256(join(cache, mirrored))).toBe(await sha256(built));
    });

    it('is built when the address does not have it', async () => {
      const { code, log } = await make(`${address}/elsewhere`, `${sum}  ${archive}\n`);
      expect(log).toContain(`${path} is not to be had from ${address}/elsewhere`);
      expect(log).toContain('go was started');
      expect(code).toBe(1);
    });
  });

  it('is refused with another checksum, and not built either', async () => {
    const other = '0'.repeat(64);
    const { code, log } = await make(releases, `${other}  ${archive}\n`);
    expect(log).toContain(`has the checksum ${sum}, not ${other}; it is not used`);
    expect(log).not.toContain('go was started');
    expect(code).toBe(1);
    await expect(readFile(join(cache, mirrored))).rejects.toThrow('ENOENT');
  });

  it('is refused when its list names two checksums', async () => {
    const { code, log } = await make(releases, `${sum}  ${archive}\n${'1'.repeat(64)}  ${path}\n`);
    expect(log).toContain(`the lists name more than one checksum of ${path}`);
    expect(code).toBe(1);
  });

  it.each([
    ['its checksum is not known', '', `no checksum of ${path} is known`],
    ['the list has it of another file', `${'1'.repeat(64)}  x${archive}\n`, 'no checksum of'],
  ])('is built when %s', async (_situation, list, said) => {
    const { code, log } = await make(releases, list);
    expect(log).toContain(said);
    expect(log).toContain('it is built from its source instead');
    expect(log).toContain('go was started');
    expect(code).toBe(1);
  });

  it('is built without a message about releases when DKKB_RELEASES is not set', async () => {
    const { log } = await make(undefined);
    expect(log).toContain('go was started');
    expect(log).not.toContain('checksum');
  });
});
