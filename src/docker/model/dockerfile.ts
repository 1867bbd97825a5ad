import { DockerfileParser, Keyword, ModifiableInstruction } from 'dockerfile-ast';

/** An instruction of a Dockerfile. */
export interface Instruction {
  /** Its name in capital letters, as Docker reads it. */
  readonly name: string;
  readonly flags: readonly string[];
  readonly words: readonly string[];
  /** The index of its first line, and of the line after it. */
  readonly line: number;
  readonly end: number;
}

/** Every name that an instruction may have. */
export const instructionNames: ReadonlySet<string> = new Set(Object.values(Keyword));

/** The instructions of a Dockerfile in their order, also those that Docker does not know. */
export function instructionsOf(text: string): Instruction[] {
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((node) => {
      const { start, end } = node.getRange();
      const content = node.getRawArgumentsContent() ?? '';
      return {
        name: node.getKeyword(),
        flags: node instanceof ModifiableInstruction ? node.getFlags().map(String) : [],
        words: (listOf(content) ?? wordsOf(content)).map(unquoted),
        line: start.line,
        end: end.line + 1,
      };
    });
}

/** The words of an instruction, of which long ones may go over several lines. */
function wordsOf(content: string): string[] {
  return content
    .replace(/\\[ \t]*\r?\n/g, ' ')
    .split(/[ \t\v\f\r\n]+/)
    .filter(Boolean);
}

/** The words in the form of a JSON list. */
function listOf(content: string): string[] | undefined {
  if (!content.startsWith('[')) return undefined;
  try {
    const words: unknown = JSON.parse(content);
    return Array.isArray(words) ? words.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** Docker takes away the quotes around a word. */
function unquoted(word: string): string {
  return /^(["'])[^"']*\1$/.test(word) ? word.slice(1, -1) : word;
}
