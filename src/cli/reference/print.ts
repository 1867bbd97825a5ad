import stringWidth from 'string-width';

import type { CommandEntry, CommandGroup } from '../../../labs/app/commands/entry';
import { exampleLines } from '../../../labs/app/commands/example';
import { readersShell } from '../../core/shell/reader';
import { say } from '../language';
import { beside } from '../views/layout';
import { mark, paint, printLine, screenWidth } from '../views/terminal';

/** Columns for the options of a command. */
const flagColumns = 26;
/** Columns for a command beside what it does. */
const nameColumns = 28;

/** Prints commands in one line each, group by group, with what has changed since the book. */
export function printOverview(groups: readonly CommandGroup[]): void {
  for (const group of groups) {
    printTitle(group);
    for (const entry of group.entries) {
      printInShort(entry);
      printChange(entry, '      ');
    }
  }
}

/** Prints commands in one line each. */
export function printShort(groups: readonly CommandGroup[]): void {
  for (const group of groups) {
    printTitle(group);
    group.entries.forEach(printInShort);
  }
}

function printInShort(entry: CommandEntry): void {
  const beginning = padded(`  ${usual(entry)}`, nameColumns);
  printLine(beside(beginning, say(entry.does), screenWidth()));
}

/** Prints commands with their other forms, options and an example, group by group. */
export function printDetails(groups: readonly CommandGroup[]): void {
  for (const group of groups) {
    printTitle(group);
    group.entries.forEach(printEntry);
  }
}

function printTitle({ title }: CommandGroup): void {
  printLine(`\n${paint.bold(say(title))}`);
}

function printEntry(entry: CommandEntry): void {
  const { name, also = [], does, options = [] } = entry;
  const others = also.length > 0 ? ` = ${also.join(', ')}` : '';
  printLine(beside('  ', `${paint.bold(name)}${others}`, screenWidth()));
  printLine(beside('    ', say(does), screenWidth()));
  for (const { flags, value, does } of options) {
    const written = value === undefined ? flags : `${flags} ${value}`;
    const beginning = padded(`      ${written}`, flagColumns);
    printLine(besideOrBelow(beginning, say(does)));
  }
  const lines = exampleLines(entry, readersShell());
  printLine(`    ${paint.dim(say({ ko: '예:', en: 'Example:' }))}`);
  for (const line of lines) printLine(`      ${line}`);
  printChange(entry, '    ');
}

/** What a long beginning leaves no room for goes below it. */
function besideOrBelow(beginning: string, text: string): string {
  if (stringWidth(beginning) <= flagColumns + 2) return beside(beginning, text, screenWidth());
  return `${beginning.trimEnd()}\n${beside('        ', text, screenWidth())}`;
}

function printChange({ changed }: CommandEntry, indent: string): void {
  if (!changed) return;
  const since = say({ ko: '책과 다른 점:', en: 'Since the book:' });
  printLine(beside(`${indent}${mark.note} `, `${since} ${say(changed)}`, screenWidth()));
}

/** The form that the example has, which is the book's. */
export function usual(entry: CommandEntry): string {
  const [example = ''] = exampleLines(entry, 'bash');
  const forms = [entry.name, ...(entry.also ?? [])];
  return forms.find((form) => example.startsWith(form)) ?? entry.name;
}

function padded(text: string, columns: number): string {
  return `${text}${' '.repeat(Math.max(0, columns - stringWidth(text)))}  `;
}
