import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from '../../testbed/programs/paths';
import { problemCatalogue, type Problem } from '../core/problem';

const source = join(repository, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?:^|[\\/])(?:problems(?:[\\/][^.]+)?|[\w-]+-problems)\.ts$/.test(name))
  .map((name) => join(source, name));
for (const file of files) jest.requireActual(file);

/** Values that are whole commands, made where all their parts are known. */
export const commandValues: readonly string[] = [
  ...[
    'run',
    'remove',
    'make',
    'copy',
    'push',
    'tag',
    'command',
    'again',
    'start',
    'apply',
    'second',
    'third',
    'login',
  ],
];

// The names of all parameters: every value that a problem may need. Texts are no parameters.
const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
const named = [/\(\s*\{([^}가-힣]*)\}/g, /values\??\.(\w+)/g, /\['(\w+)'\]/g, /(\w+)\??: string/g];
const parts = named.flatMap((pattern) => [...text.matchAll(pattern)].map(([, part = '']) => part));
const names = [...new Set(parts.join().match(/\w+/g))];
/** These problems name a page of the book, in both languages. */
const namesPage = new Set(['page-wrong', 'node-port-page-wrong']);

/** Every problem of the product with its code, made of the values that `value` gives for their names. */
export function problemsWith(
  value: (name: string) => string,
): (readonly [code: string, problem: Problem])[] {
  const values = Object.fromEntries(names.map((name) => [name, value(name)]));
  const page = { ko: value('wanted'), en: value('wanted') };
  return [...problemCatalogue].map(([code, { make }]) => {
    const given = namesPage.has(code) ? { ...values, wanted: page } : values;
    return [code, (make as (given: unknown) => Problem)(given)] as const;
  });
}
