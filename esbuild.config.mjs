import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import { build } from 'esbuild';

// ESM with splitting, so that a command loads only the chunks that it runs. The banner gives bundled
// CommonJS packages the names that an ES module lacks.
const requireBanner = [
  "import { createRequire as bundledRequire } from 'node:module';",
  'const require = bundledRequire(import.meta.url);',
  'const __filename = import.meta.filename ?? new URL(import.meta.url).pathname;',
  "const __dirname = import.meta.dirname ?? new URL('.', import.meta.url).pathname;",
].join(' ');

const command = {
  entryPoints: { dkkb: 'src/cli/main.ts' },
  outExtension: { '.js': '.mjs' },
  external: ['cdk8s', 'cdk8s-plus-28', 'constructs', '@kubernetes/client-node'],
  // As ES modules the AWS clients take 7 MB and 60 ms to load; as they are installed 90 MB and 300 ms.
  mainFields: ['module', 'main'],
  format: 'esm',
  splitting: true,
  minifySyntax: true,
  banner: { js: requireBanner },
};

// Packages that publish ES modules only are bundled: Node before 20.19 cannot `require` them.
const app = (name, entry = `${name}/main.ts`) => ({
  entryPoints: { [name]: entry },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  external: ['cdktf', '@cdktf/*', 'cdk8s', 'cdk8s-plus-28', 'constructs'],
});

// The labs as data stand in the place of the module that makes them, with every check, from the labs.
const asData = {
  name: 'exercises-as-data',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]labs[\\/]exercises\.ts$/ }, async ({ path }) => {
      const text = Object.entries(await evaluate(path))
        .map(([name, value]) => `export const ${name} = JSON.parse(${textOf(value)});`)
        .join('\n');
      return { contents: text, loader: 'js' };
    });
  },
};

/** A value as a JavaScript string of JSON, which Node.js reads in less time than the value itself. */
const textOf = (value) => JSON.stringify(JSON.stringify(value));

/** What a module exports, of packages that this program has. */
async function evaluate(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Some packages' other form loads its parts by names that only the package itself knows.
    mainFields: ['module', 'main'],
    format: 'cjs',
    write: false,
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}

const targets = {
  dkkb: command,
  stacks: app('stacks'),
  fleet: app('fleet', 'stacks/fleet.ts'),
  charts: app('charts'),
};

/** Builds one target, and writes each file that has changed in one step: who starts meanwhile reads a whole one. */
async function make(name) {
  const { outputFiles } = await build({
    ...targets[name],
    outdir: 'build',
    bundle: true,
    platform: 'node',
    target: 'node20',
    plugins: [asData],
    logLevel: 'warning',
    write: false,
  });
  await Promise.all(outputFiles.map(({ path, text }) => replace(path, text)));
}

async function replace(path, text) {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
  const next = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(next, text);
  if (text.startsWith('#!')) await chmod(next, 0o755);
  await rename(next, path);
}

const names = process.argv.slice(2);
const unknown = names.find((name) => !Object.hasOwn(targets, name));
if (unknown)
  throw new Error(`no target '${unknown}'; there are: ${Object.keys(targets).join(', ')}`);

await Promise.all((names.length > 0 ? names : Object.keys(targets)).map(make)).catch((error) => {
  // esbuild has printed what is wrong with a source.
  if (!error.errors) throw error;
  process.exitCode = 1;
});
