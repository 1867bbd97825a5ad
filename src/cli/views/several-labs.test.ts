import type { Problem } from '../../core/problem';
import { labOfOtherSystem } from '../../computer/problems/system';
import { vmMissing } from '../../vm/problems/state';
import type { Verdict } from '../../core/verdict';
import { macos } from '../../../labs/app/macos';
import { nano } from '../../../labs/app/nano';
import { virtualBox } from '../../../labs/app/virtualbox';
import { speak } from '../language';
import { printedBy } from '../printed.fixture';
import { exitCodeOf, printVerdict, verdictJson } from '../commands/check';

beforeEach(() => speak('ko'));

const verdict = (lab: Verdict['lab'], ...problems: readonly Problem[]): Verdict => ({
  lab,
  status: problems.length === 0 ? 'passed' : 'unknown',
  items: [],
  problems,
  notes: [],
  unanswered: [],
});
const other = labOfOtherSystem({ wanted: 'macOS', system: 'Linux', own: 'app-linux-docker' });

it('a lab of another system leaves the exit code to the others, and is 3 alone', () => {
  expect(exitCodeOf([verdict(nano), verdict(macos, other)])).toBe(0);
  expect(exitCodeOf([verdict(macos, other)])).toBe(3);
  expect(verdictJson(verdict(macos, other))).toMatchObject({
    status: 'unknown',
    problems: [{ code: 'lab-of-other-system' }],
  });
});

it('among several, a lab of another system is one line', () => {
  const printed = printedBy(() => printVerdict(verdict(macos, other), true));
  expect(printed).toMatch(/^\S+ app-macos .*이 컴퓨터의 실습이 아님\n$/);
});

it('a problem that was told of another lab is named by its code', () => {
  const shown = new Set<string>();
  const problem = vmMissing({});
  printedBy(() => printVerdict(verdict(nano, problem), true, shown));
  const printed = printedBy(() => printVerdict(verdict(virtualBox, problem), true, shown));
  expect(printed).toContain('위와 같은 문제입니다 [vm-missing]');
});
