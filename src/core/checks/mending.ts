import { isBeyondReading } from '../repair/faults';
import { withEdits, type Problem } from '../problem';
import type { Mistake } from '../repair/change';
import { foreignLetter } from '../repair/candidates/letters';
import {
  groupsOf,
  linesApart,
  stepsOf,
  type Group,
  type LineEdit,
  type PlacedStep,
} from '../repair/edits';
import { distanceOf, weightOfMissing, type Goal } from '../repair/goal';
import { textOfRows } from '../repair/row';
import { repair, type Repair } from '../repair/search';
import { wordsOf, type Words } from '../repair/words';
import { rangesOf } from './line-ranges';
import { isSameLetter, mistakeProblemOf } from './mistake-problems';
import { tooDeepFrom } from './yaml-depth';

/** How a YAML file of the reader's is mended. */
export interface Mending {
  /** A problem for each mistake that was found, with its edits, in the order of the lines. */
  readonly problems: readonly Problem[];
  /** The text after all edits, with the reader's own line endings. */
  readonly text: string;
  /** Whether that text is as the goal wants it; else it is nearer, and has half of it. */
  readonly isWhole: boolean;
}

/** One change of a file, for a platform that has a problem of its own for it: the texts before and after it, and its first line in the reader's file, counted from 1. */
export interface Told {
  readonly mistake: Mistake;
  readonly before: string;
  readonly after: string;
  readonly line: number;
}

/** A platform's own problem for a change; undefined where the kind of mistake says it best. */
export type OwnProblem = (told: Told) => Problem | undefined;

/** Looks for the changes that mend a file of the reader's; undefined for a file that is right, for one that nobody should read in many ways, and where nothing would be left of it. */
export function mendingOf(
  file: string,
  source: string,
  goal: Goal,
  own: OwnProblem = () => undefined,
): Mending | undefined {
  if (tooDeepFrom(source.split(/\r?\n/)) !== undefined || isBeyondReading(source)) return undefined;
  const found = repair(source, goal);
  if (isLost(found, goal)) return undefined;
  const { start, changes, faults, text } = found;
  const drafts = groupsOf(start, stepsOf(start, changes)).flatMap((group) => draftsOf(group, own));
  if (drafts.length === 0) return undefined;
  const ordered = likeTogether(drafts.flatMap(lettersApart)).sort(
    (one, other) => lineOf(one) - lineOf(other),
  );
  const problems = ordered.map((draft) => problemOf(file, draft));
  return { problems, text, isWhole: faults.length === 0 };
}

/** Whether what was found is no repair: less than half of the goal is reached, or more is taken away than is left. */
function isLost({ start, rows, changes, faults }: Repair, { wanted }: Goal): boolean {
  const whole = wanted.reduce((sum: number, one) => sum + weightOfMissing(one), 0);
  if (distanceOf(faults) > whole / 2) return true;
  const gone = changes
    .filter(({ mistake }) => mistake === 'unknown')
    .reduce((sum, { count }) => sum + count, 0);
  const left = rows.filter(({ origin, text }) => origin !== undefined && text.trim() !== '').length;
  return start.length > 0 && gone > left;
}

/** A problem that is not made yet: of two that say the same, one is made. */
interface Draft {
  readonly mistake: Mistake;
  readonly words: Words;
  readonly lines: readonly number[];
  readonly edits: readonly LineEdit[];
  readonly own: Problem | undefined;
}

const lineOf = ({ lines: [line = 1] }: Draft): number => line;

// Of steps that change the same lines, the first has the edits of all.
function draftsOf({ steps, edits }: Group, own: OwnProblem): Draft[] {
  return steps.map((step, at) => ({
    mistake: step.change.mistake,
    words: wordsOf(step),
    lines: step.lines,
    edits: at === 0 ? edits : [],
    own: own(toldOf(step)),
  }));
}

const toldOf = ({ change, before, after, lines: [line = 1] }: PlacedStep): Told => ({
  mistake: change.mistake,
  before: textOfRows(before),
  after: textOfRows(after),
  line,
});

function problemOf(file: string, { mistake, words, lines, edits, own }: Draft): Problem {
  const values = { file, line: String(lines[0] ?? 1), lines: rangesOf(lines), ...words };
  const inFile = edits.map((edit) => ({ file, ...edit }));
  return withEdits(own ?? mistakeProblemOf(mistake, values), inFile);
}

/** Letters of several kinds that one change replaces: for each kind, its lines. */
function lettersApart(draft: Draft): Draft[] {
  const { mistake, edits, words } = draft;
  if (mistake !== 'other-letter' || draft.lines.length < 2 || edits.length === 0) return [draft];
  return edits.flatMap(linesApart).map((edit) => {
    const [found = words.found] = foreignLetter.exec(edit.before[0] ?? '') ?? [];
    return { ...draft, words: { ...words, found }, lines: [edit.line], edits: [edit] };
  });
}

function likeTogether(drafts: readonly Draft[]): Draft[] {
  return drafts.reduce<Draft[]>((kept, draft) => {
    const at = kept.findIndex((other) => isLike(other, draft));
    const other = kept[at];
    if (!other) return [...kept, draft];
    const lines = [...other.lines, ...draft.lines].sort((one, two) => one - two);
    return kept.with(at, { ...other, lines, edits: [...other.edits, ...draft.edits] });
  }, []);
}

/** What the words of these mistakes say is true in every line that has them. */
const sayNoWords = new Set<Mistake>([
  'tab',
  'space-after-colon',
  'space-after-dash',
  'colon-other',
  'colon-extra',
  'comma-extra',
  'comma-missing',
  'comma-last',
  'slash-comment',
  'quote-open',
  'quote-extra',
  'quote-mixed',
  'pasted',
  'numbered',
]);

function isLike(one: Draft, other: Draft): boolean {
  if (one.own || other.own || one.mistake !== other.mistake) return false;
  if (sayNoWords.has(one.mistake)) return true;
  const isSame = (name: keyof Words) => one.words[name] === other.words[name];
  if (one.mistake === 'other-letter') return isSameLetter(one.words.found, other.words.found);
  return isSame('found') && isSame('wanted');
}
