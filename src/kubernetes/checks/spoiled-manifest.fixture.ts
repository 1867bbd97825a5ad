import { parse } from 'yaml';

import { manifestLines } from '../model/manifest-object';
import type { Manifest } from '../model/manifests';

/** What a reader wrote: a kind of mistake, the exercise's object, a change of the book's text, and the problems that tell of it, each with its lines. */
export type Written = readonly [
  kind: string,
  manifest: Manifest,
  change: (text: string) => string,
  told: readonly string[],
];

/** The book's text for an object, in the order in which people write it. */
export const bookText = (manifest: Manifest): string => `${manifestLines(manifest).join('\n')}\n`;

/** A change that puts texts in the place of others; it throws where one of them is not there. */
export const put =
  (...pairs: readonly (readonly [from: string | RegExp, to: string])[]) =>
  (text: string): string =>
    pairs.reduce((before, [from, to]) => {
      const after = before.replace(from, to);
      if (after === before) throw new Error(`nothing to change: ${String(from)}`);
      return after;
    }, text);

/** Takes a level of indentation from what a form matches. */
export const less = (form: RegExp) => (text: string) =>
  text.replace(form, (block) => block.replaceAll(/^ {2}/gm, ''));
/** The same as JSON. */
export const asJson = (text: string) => `${JSON.stringify(parse(text), null, 2)}\n`;
/** With the line ends of Windows. */
export const windows = (text: string) => text.replaceAll('\n', '\r\n');
/** Without a line end at the end of the file. */
export const last = (text: string) => text.trimEnd();
