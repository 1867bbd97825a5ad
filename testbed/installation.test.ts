import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { nodeLines } from './nodejs/nodes';
import { repository } from './programs/paths';

const read = (file: string): string => readFileSync(join(repository, file), 'utf8');

it('only packages that compile nothing have an installation script', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: true }>;
  };
  const scripted = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
  expect(scripted.map((path) => path.replace(/^.*node_modules\//, '')).sort()).toEqual([
    '@parcel/watcher',
    '@swc/core',
    'esbuild',
    'protobufjs',
    'tree-sitter-powershell',
  ]);
});

it('cdktf finds a terminal package that this Node can load', () => {
  const ofCdktf = createRequire(require.resolve('@cdktf/cli-core/package.json'));
  const terminal: unknown = ofCdktf('@cdktf/node-pty-prebuilt-multiarch');
  expect(terminal).toMatchObject({ spawn: expect.any(Function) });
});

it.each(['## 시작하기', '## English'])(
  'the part "%s" of the README names the tested lines of Node',
  (heading) => {
    const [, half = ''] = read('README.md').split(`${heading}\n`);
    expect(half.split('```', 1).join()).toContain(nodeLines.map(({ line }) => line).join(', '));
  },
);
