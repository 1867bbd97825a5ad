#!/usr/bin/env node
/**
 * For each pair of files, given as JSON (`{ from: file, to: file }`), lints a file that imports the other in every way;
 * prints for each pair which ways the lint rules refuse: `value`, `type`, `later`.
 */
import { dirname, relative } from 'node:path';
import { ESLint } from 'eslint';

const pairs = JSON.parse(process.argv[2] ?? '[]');
const eslint = new ESLint();
const ways = ['value', 'type', 'later'];

const answers = await Promise.all(
  pairs.map(async ({ from, to }) => {
    const path = relative(dirname(from), to).replace(/\.ts$/, '');
    const spec = path.startsWith('.') ? path : `./${path}`;
    const text = [
      `import * as all from '${spec}';`,
      `import type { One } from '${spec}';`,
      `void all; void import('${spec}'); export type { One };`,
    ].join('\n');
    const [{ messages }] = await eslint.lintText(text, { filePath: from });
    const lines = messages
      .filter(({ ruleId }) => ruleId === 'import-x/no-restricted-paths')
      .map(({ line }) => line);
    return ways.filter((_, index) => lines.includes(index + 1));
  }),
);
console.log(JSON.stringify(answers));
