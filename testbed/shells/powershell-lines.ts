import { readFileSync } from 'node:fs';

import { Language, Parser, type Node } from 'web-tree-sitter';

const grammar = require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');

/** Reads PowerShell as its published grammar says. */
export async function openPowerShell(): Promise<(line: string) => PowerShellLine> {
  await Parser.init();
  const parser = new Parser().setLanguage(await Language.load(readFileSync(grammar)));
  return (line) => {
    const tree = parser.parse(readable(line));
    if (!tree) throw new Error(`not read: ${line}`);
    return { mistakes: mistakesOf(tree.rootNode), words: firstWords(tree.rootNode) };
  };
}

/** What a line of PowerShell does wrong, and the commands that it names. */
export interface PowerShellLine {
  readonly mistakes: readonly string[];
  readonly words: readonly string[];
}

/** PowerShell hands `--name=value` on as it is; the grammar knows only `--name:value`. */
function readable(line: string): string {
  return line.replaceAll(/(?<=\s)(--[\w-]+)=/g, '$1:');
}

const rules: readonly { readonly name: string; breaks(node: Node): boolean }[] = [
  { name: 'cannot be read', breaks: (node) => node.isError || node.isMissing },
  { name: 'has no && or || in 5.1', breaks: ({ type }) => type === 'pipeline_chain_tail' },
  {
    name: 'has no <',
    breaks: ({ type, text }) =>
      (type === 'file_redirection_operator' && text.includes('<')) ||
      (type === 'generic_token' && text.includes('<')),
  },
  {
    name: 'has no /dev and no home written ~',
    breaks: ({ type, text }) => type === 'generic_token' && /\/dev\/|^~/.test(text),
  },
  {
    name: 'does not know the variable',
    breaks: ({ type, text }) =>
      type === 'variable' && !/^\$(?:\{?PWD\}?|\{?env:\w+\}?|\?|_|HOME)$/i.test(text),
  },
  // In 5.1 a program is handed the words without their double quotes.
  {
    name: 'loses a double quote in 5.1',
    breaks: ({ type, text }) => type === 'verbatim_string_characters' && text.includes('"'),
  },
  {
    name: 'cuts a word that begins with - at its point',
    breaks: ({ type, text, nextSibling }) =>
      type === 'command_parameter' &&
      /^-[^-]/.test(text) &&
      nextSibling?.text.startsWith('.') === true,
  },
  // Bash's way of continuing a line.
  {
    name: 'does not continue a line by \\',
    breaks: ({ type, text }) => type === 'generic_token' && text === '\\',
  },
];

function mistakesOf(root: Node): string[] {
  return nodesOf(root).flatMap((node) =>
    rules.filter(({ breaks }) => breaks(node)).map(({ name }) => `${name}: ${node.text}`),
  );
}

function firstWords(root: Node): string[] {
  return nodesOf(root)
    .filter(({ type }) => type === 'command_name')
    .map(({ text }) => text);
}

function nodesOf(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (child ? nodesOf(child) : []))];
}
