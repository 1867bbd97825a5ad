import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import { build, transform } from 'esbuild';

const target = 'node20';

// The client for Kubernetes is an ES module that only a command which watches a cluster loads. Its
// models, which are bundled, name the fields of manifests.
const clientAsInstalled = {
  name: 'client-as-installed',
  setup({ onResolve }) {
    onResolve({ filter: /^@kubernetes\/client-node$/ }, ({ path }) => ({ path, external: true }));
  },
};

// Split, so that a command loads only the chunks that it runs; esbuild splits ES modules only, and
// Node.js loads a hundred small ones in more time than as CommonJS, so each chunk is turned into that.
const command = {
  entryPoints: { dkkb: 'src/cli/main.ts' },
  outExtension: { '.js': '.cjs' },
  external: ['cdk8s', 'cdk8s-plus-28', 'constructs'],
  // As ES modules the AWS clients take 7 MB and 60 ms to load; as they are installed 90 MB and 300 ms.
  mainFields: ['module', 'main'],
  format: 'esm',
  splitting: true,
  minifySyntax: true,
  define: { 'import.meta.url': 'importMetaUrl' },
};

/** A chunk as CommonJS; what it loads later is still loaded only then. */
async function asCommonJs(text) {
  const later = text.replaceAll(
    /\bimport\(("\.\/[\w-]+\.cjs")\)/g,
    'Promise.resolve().then(() => require($1))',
  );
  const url = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";
  const banner = text.includes('importMetaUrl') ? url : '';
  const { code } = await transform(later, { format: 'cjs', platform: 'node', target, banner });
  return code;
}

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
    target,
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
    target,
    plugins: [asData, clientAsInstalled],
    logLevel: 'warning',
    write: false,
  });
  const isSplit = targets[name].splitting;
  await Promise.all(
    outputFiles.map(async ({ path, text }) =>
      replace(path, isSplit ? await asCommonJs(text) : text),
    ),
  );
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
