import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack, type Header } from 'tar-stream';

import { archiveNames } from './archive-reader';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dkkb-archive-'));
  file = join(folder, 'book.tar');
});
afterAll(() => rmSync(folder, { recursive: true }));

type Entry = readonly [name: string, contents: unknown, header?: Partial<Header>];

async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const [name, contents, header] of entries) {
    const text = typeof contents === 'string' ? contents : JSON.stringify(contents);
    if (header?.type) archive.entry({ name, ...header });
    else archive.entry({ name }, text);
  }
  archive.finalize();
  return buffer(archive);
}

async function namesOf(...entries: readonly Entry[]): Promise<string[]> {
  await writeFile(file, await tarOf(entries));
  return archiveNames(file);
}

const saved = (...tags: readonly string[]) => [{ Config: 'a.json', RepoTags: tags, Layers: [] }];
const descriptor = {
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  digest: `sha256:${'a'.repeat(64)}`,
  size: 1,
};
const index = (annotations?: Readonly<Record<string, string>>) => ({
  schemaVersion: 2,
  manifests: [{ ...descriptor, ...(annotations ? { annotations } : {}) }],
});

describe('the names of the images in an archive', () => {
  it('are those of docker save', async () => {
    const names = await namesOf(['layer.tar', 'x'], ['manifest.json', saved('httpd:latest')]);
    expect(names).toEqual(['httpd:latest']);
  });

  it('are those of an OCI layout, short as Docker writes them', async () => {
    const name = { 'io.containerd.image.name': 'docker.io/library/httpd:latest' };
    expect(await namesOf(['index.json', index(name)])).toEqual(['httpd:latest']);
  });

  it('are those of the oldest form', async () => {
    const names = await namesOf(['repositories', { evil: { latest: 'a', old: 'b' } }]);
    expect(names).toEqual(['evil:latest', 'evil:old']);
  });

  it.each<[string, readonly Entry[]]>([
    ['a second tag', [['manifest.json', saved('httpd:latest', 'evil:latest')]]],
    [
      'a second manifest',
      [
        ['manifest.json', saved('evil:latest')],
        ['manifest.json', saved('httpd:latest')],
      ],
    ],
    [
      'an index beside the manifest',
      [
        ['manifest.json', saved('httpd:latest')],
        ['index.json', index({ 'org.opencontainers.image.ref.name': 'evil:latest' })],
      ],
    ],
    [
      'a list beside the manifest',
      [
        ['repositories', { evil: { latest: 'a' } }],
        ['manifest.json', saved('httpd:latest')],
      ],
    ],
    [
      'a path with dots',
      [
        ['manifest.json', saved('httpd:latest')],
        ['x/../manifest.json', saved('evil:latest')],
      ],
    ],
    [
      'a folder that is a link',
      [
        ['x', '', { type: 'symlink', linkname: '.' }],
        ['x/manifest.json', saved('evil:latest')],
      ],
    ],
  ])('include those that come by %s', async (_, entries) => {
    expect(await namesOf(...entries)).toContain('evil:latest');
  });

  it('include a stand-in for an image without a name', async () => {
    expect(await namesOf(['index.json', index()])).toEqual(['<none>']);
    const nobody = [{ Config: 'a.json', RepoTags: null, Layers: [] }];
    expect(await namesOf(['manifest.json', nobody])).toEqual(['<none>']);
  });
});

describe('an archive is refused', () => {
  it.each<[string, string, readonly Entry[]]>([
    ['without a list', 'no-index', [['layer.tar', 'x']]],
    ['with a list of two megabytes', 'too-large', [['manifest.json', ' '.repeat(2_097_152)]]],
    ['with a list that is no JSON', 'form', [['manifest.json', '[{']]],
    ['with a list of another form', 'form', [['manifest.json', { RepoTags: ['httpd:latest'] }]]],
    [
      'with a key that Go takes for RepoTags',
      'form',
      [['manifest.json', [{ ...saved('httpd:latest')[0], repotags: ['evil:latest'] }]]],
    ],
    [
      'with the same key twice',
      'form',
      [
        [
          'manifest.json',
          '[{"Config":"a","Layers":[],"RepoTags":["evil:latest"],"RepoTags":["httpd:latest"]}]',
        ],
      ],
    ],
    [
      'with a hundred thousand brackets behind a key that comes again',
      'form',
      [
        [
          'manifest.json',
          `[{"Config":"a","Layers":[],"RepoTags":${'['.repeat(1e5)}${']'.repeat(1e5)},"RepoTags":[]}]`,
        ],
      ],
    ],
    ['with an escape in a name', 'form', [['manifest.json', saved('\u001b]0;owned\u0007')]]],
    ['with a name that is an option', 'form', [['manifest.json', saved('--privileged')]]],
    [
      'with a link for its list',
      'form',
      [['manifest.json', '', { type: 'symlink', linkname: 'other.json' }]],
    ],
    [
      'with a device',
      'form',
      [
        ['null', '', { type: 'character-device' }],
        ['manifest.json', saved('httpd:latest')],
      ],
    ],
  ])('%s (%s)', async (_, fault, entries) => {
    await expect(namesOf(...entries)).rejects.toMatchObject({ fault });
  });

  it.each<[string, string, (whole: Buffer) => Buffer]>([
    ['that is no tar', 'no-archive', () => Buffer.from('PK not a tar'.repeat(200))],
    ['that is empty', 'no-index', () => Buffer.alloc(0)],
    ['that ends half-way', 'no-archive', (whole) => whole.subarray(0, 700)],
    ['that is gzipped', 'compressed', (whole) => gzipSync(whole)],
  ])('%s (%s)', async (_, fault, change) => {
    writeFileSync(file, change(await tarOf([['manifest.json', saved('httpd:latest')]])));
    await expect(archiveNames(file)).rejects.toMatchObject({ fault });
  });
});

it('writes out an archive as it was read, with its links and long names', async () => {
  const long = `${'folder/'.repeat(40)}layer.tar`;
  const entries: readonly Entry[] = [
    [long, 'the layer'],
    ['x/', '', { type: 'directory' }],
    ['x/layer.tar', '', { type: 'symlink', linkname: '../y/layer.tar' }],
    ['manifest.json', saved('httpd:latest')],
  ];
  await writeFile(file, await tarOf(entries));
  const onto = pack();
  const [names, again] = await Promise.all([
    archiveNames(file, onto).finally(() => onto.finalize()),
    buffer(onto),
  ]);
  await writeFile(file, again);
  expect(await archiveNames(file)).toEqual(names);
  expect(again.toString()).toContain('the layer');
  expect(again.toString()).toContain('../y/layer.tar');
});
