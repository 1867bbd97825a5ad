import type { Change, Ground, Maker, Mistake } from '../change';
import { documentsOf, endOfBlock, type Parts } from '../parts';
import { fresh, inOneLine, reworded, textOfRows } from '../row';

/** A fence of Markdown, a prompt, the end of what was typed into `cat`, what vim and nano show below a file. */
const brought: readonly RegExp[] = [
  /^\s*(?:```|~~~)/,
  /^\s*(?:[$>%] |[\w.-]+@\S+[:$]|(?:kubectl|docker|cat|vi|vim|nano) )/,
  /^\s*(?:PS )?[A-Z]:\\[^>]*>/,
  /^\s*(?:EOF|END)\s*$/,
  /^(?:~|:wq!?|-- [A-Z]+ --)\s*$/,
  /^"[^"]*" \d+L,/,
];

/** Whether a line came along from a page or a terminal. */
export const isBrought = (text: string): boolean => brought.some((form) => form.test(text));

/** Whole lines that a page or a terminal brought along, or that nothing needs. */
export const pasted: Maker = ({ rows }, at) => {
  const text = rows[at]?.text ?? '';
  const without = (mistake: Mistake): Change => ({ mistake, at, count: 1, rows: [], cost: 1 });
  if (isBrought(text)) return [without('pasted')];
  return /^version\s*:/.test(text) ? [without('not-needed')] : [];
};

/** The number or the heading of a page, among the lines of a listing. */
export const pageLines: Maker = ({ rows }, at) => {
  const text = rows[at]?.text.trim() ?? '';
  const isHeading = /[가-힣]/.test(text) && !/[:#]/.test(text);
  if (!isHeading && !/^\d{1,4}$/.test(text)) return [];
  return [{ mistake: 'pasted', at, count: 1, rows: [], cost: 1 }];
};

/** A line that belongs to the end of the one above it. */
export const wrapped: Maker = ({ rows, parts }, at) => {
  const [before, row, part] = [rows[at - 1], rows[at], parts[at]];
  if (!before || !row || !part || part.isBlank || part.dashes > 0) return [];
  const isBroken = /\w-\s*$/.test(before.text);
  if (part.key !== undefined && !isBroken && !row.text.trimStart().startsWith('--')) return [];
  return inOneLine(before.text, row.text).map((text): Change => {
    return { mistake: 'wrapped', at: at - 1, count: 2, rows: [reworded(before, text)], cost: 1.2 };
  });
};

/** Where a second object begins, and nothing parts it from the first. */
export const separators: Maker = ({ parts }, at) => {
  const part = parts[at];
  if (part?.indent !== 0 || !/^(?:apiVersion|kind)$/.test(part.key ?? '')) return [];
  const documents = documentsOf(parts);
  const isSecond = ({ key, indent }: Parts, line: number) =>
    indent === 0 && key === part.key && documents[line] === documents[at];
  if (!parts.slice(0, at).some(isSecond)) return [];
  return [{ mistake: 'separator-missing', at, count: 0, rows: [fresh('---')], cost: 1 }];
};

/** A key that the same mapping has once more. */
export const twins: Maker = (ground, at) => {
  const end = endOfBlock(ground.parts, at);
  if (ground.parts[at]?.key === undefined || !hasTwin(ground, at, end)) return [];
  const isSame = [ground.rows[at - 1], ground.rows[end]].some(
    (row) => row?.text === ground.rows[at]?.text,
  );
  return [{ mistake: 'twice', at, count: end - at, rows: [], cost: isSame ? 0.9 : 1.3 }];
};

// Only a line or the same lines: what is taken away must be there once more.
function hasTwin(ground: Ground, at: number, end: number): boolean {
  const { parts } = ground;
  const own = parts[at];
  if (!own) return false;
  const block = (from: number, to: number) => textOfRows(ground.rows.slice(from, to)).trim();
  return [-1, 1].some((step) => {
    for (let line = at + step; line >= 0 && line < parts.length; line += step) {
      const other = parts[line];
      if (!other || other.isBlank) continue;
      if (other.column < own.column) return false;
      if (step > 0 && other.dashes > 0 && other.column === own.column) return false;
      if (other.column !== own.column || other.key !== own.key) continue;
      return end === at + 1 || block(at, end) === block(line, endOfBlock(parts, line));
    }
    return false;
  });
}
