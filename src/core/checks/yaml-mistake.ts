import {
  LineCounter,
  parseAllDocuments,
  parseDocument,
  type ErrorCode,
  type YAMLParseError,
} from 'yaml';
import { tooDeepFrom } from './yaml-depth';
import { lineOfPath, type YamlPath } from './yaml-lines';

/** What kind of slip keeps a text from being YAML, as far as this is known. */
export type YamlCause =
  'tab' | 'indentation' | 'colon' | 'space-after-colon' | 'duplicate' | 'quote' | 'other';

/** The first mistake of a YAML text: its kind, its line counted from 1, and that line. */
export interface YamlMistake {
  readonly cause: YamlCause;
  readonly line: number;
  readonly text: string;
}

/** Finds the first mistake of a YAML text; none when it is YAML. */
export function yamlMistake(source: string): YamlMistake | undefined {
  const lines = source.split(/\r?\n/);
  const at = (line: number, cause: YamlCause): YamlMistake => ({
    cause,
    line,
    text: (lines[line - 1] ?? '').trim(),
  });
  const deep = tooDeepFrom(lines);
  if (deep) return at(deep, 'other');
  const counter = new LineCounter();
  const error = firstError(source, counter);
  if (error === 'beyond reading') return at(1, 'other');
  if (!error) return undefined;
  if (error.code === 'MISSING_CHAR' && /quote/.test(error.message)) {
    return at(openQuote(lines) ?? lines.length, 'quote');
  }
  const { line } = counter.linePos(error.pos[0]);
  const cause = causeOf(error.code, lines[line - 1] ?? '');
  return at(cause === 'indentation' ? oddOneOut(lines, line) : line, cause);
}

/** The parser's first error; a file whose aliases stand for too much, or for what they are in, is `beyond reading`. */
function firstError(
  source: string,
  lineCounter: LineCounter,
): YAMLParseError | 'beyond reading' | undefined {
  try {
    const documents = parseAllDocuments(source, { lineCounter, prettyErrors: false });
    const all = Array.isArray(documents) ? documents : [];
    const error = all.flatMap(({ errors }) => errors)[0];
    const holdsItself = !error && all.some((document) => isCircular(document.toJS()));
    return holdsItself ? 'beyond reading' : error;
  } catch (error) {
    if (error instanceof ReferenceError) return 'beyond reading';
    throw error;
  }
}

function isCircular(value: unknown, above: ReadonlySet<unknown> = new Set()): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const path = new Set([...above, value]);
  return above.has(value) || Object.values(value).some((item) => isCircular(item, path));
}

// The parser reports one of two neighbours. The slip is in the line with the odd indentation.
function oddOneOut(lines: readonly string[], line: number): number {
  const indents = lines.map((text) => text.search(/[^ ]/));
  const uses = new Map<number, number>();
  for (const indent of indents) uses.set(indent, (uses.get(indent) ?? 0) + 1);
  const isOdd = (number: number) => uses.get(indents[number - 1] ?? -1) === 1;
  return [line, line - 1, line + 1].find(isOdd) ?? line;
}

function causeOf(code: ErrorCode, line: string): YamlCause {
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return 'tab';
  if (code === 'DUPLICATE_KEY') return 'duplicate';
  if (/^[\s\u00A0\u3000]*[\u00A0\u3000]/.test(line)) return 'indentation';
  if (code === 'BAD_INDENT' || code === 'BLOCK_AS_IMPLICIT_KEY') return 'indentation';
  if (/^\s*(?:- )?[\w.-]+:[^\s:/]/.test(line)) return 'space-after-colon';
  return code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR' ? 'colon' : 'other';
}

// The parser reports the end of the file. The slip is in the line with an odd number of quotes.
function openQuote(lines: readonly string[]): number | undefined {
  const isOdd = (line: string, quote: string) => (line.split(quote).length - 1) % 2 === 1;
  const found = lines.findIndex((line) => isOdd(line, '"') || isOdd(line, "'"));
  return found < 0 ? undefined : found + 1;
}

/** The line, counted from 1, on which a YAML text has the key or item under a path such as `services.web.ports`; the deepest part that it has. */
export function lineIn(source: string, path: YamlPath): number | undefined {
  const counter = new LineCounter();
  return lineOfPath(parseDocument(source, { lineCounter: counter }), counter, path);
}
