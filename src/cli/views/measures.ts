/* eslint-disable @typescript-eslint/no-require-imports -- Most runs print to no terminal and measure nothing, and these packages take as long to load as half of Node.js itself. */

/** The columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  const { default: stringWidth } = require('string-width') as typeof import('string-width');
  return stringWidth(text);
}

/** A text that is broken at spaces, for so many columns. */
export function brokenAt(text: string, columns: number): string {
  const { default: wrapAnsi } = require('wrap-ansi') as typeof import('wrap-ansi');
  return wrapAnsi(text, columns, { hard: false });
}
