import { build } from 'esbuild';

// ESM with splitting, so that a command loads only the chunks that it runs. The banner gives bundled
// CommonJS packages the `require` that an ES module lacks.
const requireBanner =
  "import { createRequire as bundledRequire } from 'node:module'; const require = bundledRequire(import.meta.url);";

const common = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };

await Promise.all([
  build({
    ...common,
    entryPoints: { dkkb: 'cli/main.ts' },
    outdir: 'build',
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    minifySyntax: true,
    banner: { js: requireBanner },
  }),
  build({
    ...common,
    entryPoints: { stacks: 'stacks/main.ts', charts: 'charts/main.ts' },
    outdir: 'build',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    packages: 'external',
  }),
]);
