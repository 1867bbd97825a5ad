import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

// Measures the present sources: builds the product, then the bench, and runs it.
const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, ['esbuild.config.mjs'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);

const outdir = `${root}build/bench`;
await build({
  entryPoints: [`${root}bench/main.ts`, `${root}bench/many-stacks.ts`],
  outdir,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
  // The test bed looks for its script beside its own file.
  define: { __dirname: JSON.stringify(`${root}testbed/programs`) },
});
createRequire(import.meta.url)(`${outdir}/main.cjs`);
