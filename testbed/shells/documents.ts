/** A block of a document, with the language that its fence names. */
export interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

/** The blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ([, language = '', body = '']) => ({ language, lines: body.trimEnd().split('\n') }),
  );
}

/** The commands of a block: where it shows answers too, those behind the sign `$`. A block for bash is one script. */
export function commandsOf({ language, lines }: Block): string[] {
  if (language === 'bash') return [lines.join('\n')];
  const typed = lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
  return typed.length > 0 ? typed : lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** A Markdown text without its blocks. */
export function proseOf(markdown: string): string {
  return markdown.replaceAll(/^ *```(\w*)\n[\s\S]*?^ *```$/gm, '');
}
