/** How deep lists and objects may be nested, and how many values a text may have. */
const most = { depth: 100, values: 200_000 };

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Reads JSON from outside; throws a `SyntaxError` also when it would take too much memory or stack. */
export function parseJson(text: string, mostValues: number = most.values): unknown {
  requireModest(text, mostValues);
  return JSON.parse(text);
}

function requireModest(text: string, mostValues: number): void {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === comma) values += 1;
    else if (opening.has(code)) {
      depth += 1;
      values += 1;
    } else if (closing.has(code)) depth -= 1;
    if (depth > most.depth) throw new SyntaxError(`more than ${most.depth} levels`);
    if (values > mostValues) throw new SyntaxError(`more than ${mostValues} values`);
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote)
    at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
