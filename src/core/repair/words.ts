import { foreignLetter, hangulIn } from './candidates/letters';
import type { Step } from './edits';
import { partsOf, pathsOf, type Parts } from './parts';

/** What a step changes, in words: what was wrong, what belongs there, and the name under which it stands. */
export interface Words {
  readonly found: string;
  readonly wanted: string;
  readonly under: string;
}

/** The words for a step of a repair. */
export function wordsOf({ change, before, after }: Step): Words {
  const { at, count, rows, mistake } = change;
  const old = before.slice(at, at + count);
  const offset = rows.findIndex(({ text }, index) => text !== old[index]?.text);
  const first = at + Math.max(0, offset);
  const was = before[first]?.text.trim() ?? '';
  const is = after[first]?.text.trim() ?? '';
  const [wrong, right] = [partsOf(was), partsOf(is)];
  const under = count > 0 && rows.length === 0 ? parentIn(before, first) : parentIn(after, first);
  switch (mistake) {
    case 'name-misspelt':
    case 'name-other':
    case 'names-swapped':
      return { found: nameOf(wrong, was), wanted: nameOf(right, is), under };
    case 'value':
    case 'port-pair':
      return { found: wrong.value, wanted: right.value, under: right.key ?? under };
    case 'dash-extra':
    case 'dash-missing':
    case 'twice':
    case 'unknown':
      return { found: nameOf(wrong, was), wanted: is, under };
    case 'level-extra':
      return { found: nameOf(wrong, was), wanted: is, under: parentIn(before, first) };
    case 'level-missing': {
      const next = partsOf(after[first + 1]?.text.trim() ?? '');
      return { found: next.key ?? '', wanted: nameOf(right, is), under };
    }
    case 'keyboard':
      return { found: hangulIn(was), wanted: is, under };
    case 'swapped':
      return ofSwapped(before, change);
    case 'colon-missing':
      return { found: right.key ?? was, wanted: is, under };
    case 'missing':
      return { found: was, wanted: nameOf(right, is), under };
    case 'other-letter':
      return {
        found: foreignLetter.exec(before[first]?.text ?? '')?.[0] ?? was,
        wanted: is,
        under,
      };
    default:
      return { found: was, wanted: is, under };
  }
}

/** The name beneath which two places have each other's lines, and the names of both places. */
function ofSwapped(rows: Step['before'], { at, count }: Step['change']): Words {
  const parts = rows.map(({ text }) => partsOf(text));
  const head = parts[at - 1];
  const isSame = ({ key, column }: Parts) => key === head?.key && column === head?.column;
  const other = at + parts.slice(at, at + count).findIndex(isSame);
  const paths = pathsOf(parts);
  const places = [at - 1, other].map((line) => paths[line]?.at(-2) ?? '');
  return { found: head?.key ?? '', wanted: '', under: places.join(', ') };
}

const nameOf = ({ key }: Parts, line: string): string => key ?? line.replace(/^-\s+/, '');

/** The nearest name above a line; empty at the top. */
function parentIn(rows: Step['before'], at: number): string {
  const path = pathsOf(rows.map(({ text }) => partsOf(text)))[at] ?? [];
  const above = path.slice(0, -1).findLast((step) => typeof step === 'string');
  return typeof above === 'string' ? above : '';
}
