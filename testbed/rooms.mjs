#!/usr/bin/env node
/**
 * Lints texts as if they stood in files of this project: `{ file, text, rule }`, as JSON on standard input. Prints for
 * each text the lines on which that rule refuses something.
 */
import { json } from 'node:stream/consumers';

import { ESLint } from 'eslint';

const texts = await json(process.stdin);
const eslint = new ESLint();
const answers = await Promise.all(
  texts.map(async ({ file, text, rule }) => {
    const [{ messages }] = await eslint.lintText(text, { filePath: file });
    return messages.filter(({ ruleId }) => ruleId === rule).map(({ line }) => line);
  }),
);
console.log(JSON.stringify(answers));
