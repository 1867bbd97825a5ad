import type { GradedItem, Verdict } from '../../core/verdict';
import type { LabEvent } from '../../core/lab-event';
import type { Progress } from '../../core/verbs/waiting';
import type { Problem } from '../../core/problem';
import { labLine } from '../../core/shell/lab-command';
import type { Lab } from '../../../labs/lab';
import { verdictJson } from '../commands/check';
import { say } from '../language';
import { nextAfter, printNext } from './next';
import { linesOfProblems } from './problem';
import { forScreen, isDrawable, jsonLine, mark, paint, print, printLine } from './terminal';

/** Shows a watched lab. */
export interface WatchView {
  show(progress: Progress): void;
  /** Shows a change as it happens. */
  tell(event: LabEvent): void;
  end(passed: Verdict): void;
}

/** The view for this run: JSON lines, a checklist that is redrawn on a terminal, or a line for each change. */
export async function openView(lab: Lab, json: boolean): Promise<WatchView> {
  if (json) return jsonView();
  print(`${paint.bold(`${lab.id}  ${say(lab.title)}`)} (${lab.section})`);
  return isDrawable() ? terminalView(lab) : lineView(lab);
}

// The remedy of a step that is not done yet would show the solution.
function mistakesOf({ problems }: GradedItem, waiting: boolean): readonly Problem[] {
  return problems.filter(
    ({ isStillToDo, kind }) => !isStillToDo && !(waiting && kind === 'waiting'),
  );
}

function itemLine(item: GradedItem, waiting: boolean): string {
  const title = say(item.title);
  if (item.status === 'passed') return `${mark.passed} ${title}`;
  if (mistakesOf(item, waiting).length > 0) return `${mark.failed} ${title}`;
  const isStarting = item.problems.some(({ kind }) => kind === 'waiting');
  return `${mark.open} ${title}${isStarting ? paint.dim(say(starting)) : ''}`;
}

const starting = { ko: ' (응답을 기다리는 중)', en: ' (waiting for its answer)' };

function linesOf(item: GradedItem, waiting: boolean): string[] {
  const problems = mistakesOf(item, waiting);
  return [forScreen(`  ${itemLine(item, waiting)}`), ...linesOfProblems(problems, '      ')];
}

/** The whole checklist, with what is wrong under the step that it belongs to. */
function checklist({ verdict, waiting }: Progress): string[] {
  return verdict.items.flatMap((item) => linesOf(item, waiting));
}

function howToGoOn({ id }: Lab): string {
  const hint = labLine('show', id, '--hint');
  const text = {
    ko: `다른 터미널에서 실습하세요. 힌트: \`${hint}\`, 그만 보기: Ctrl-C`,
    en: `Work in another terminal. Hint: \`${hint}\`, stop: Ctrl-C`,
  };
  return paint.dim(forScreen(say(text)));
}

function eventLine({ text }: LabEvent): string {
  return `  ${mark.arrow} ${say(text)}`;
}

function printEnd({ lab }: Verdict): void {
  const { id } = lab;
  print(`${mark.passed} ${say({ ko: '모두 통과했습니다.', en: 'All passed.' })}`);
  // Of a lab that only looks, nothing is left.
  if (lab.platform !== 'machine')
    print(say({ ko: `정리: ${labLine('down', id)}`, en: `Clean up: ${labLine('down', id)}` }));
  printNext(nextAfter([lab]));
}

async function terminalView(lab: Lab): Promise<WatchView> {
  const { default: logUpdate } = await import('log-update');
  let drawn = '';
  const draw = (lines: readonly string[]) => {
    const text = lines.join('\n');
    if (text === drawn) return;
    drawn = text;
    // logUpdate replaces single lines, which goes wrong when the number of lines changes.
    logUpdate.clear();
    logUpdate(text);
  };
  return {
    show: (progress) => draw([...checklist(progress), howToGoOn(lab)]),
    tell(event) {
      // The change stays on the screen, and the checklist is drawn again below it.
      logUpdate.clear();
      print(eventLine(event));
      if (drawn) logUpdate(drawn);
    },
    end(passed) {
      draw(checklist({ verdict: passed, waiting: false }));
      logUpdate.done();
      printEnd(passed);
    },
  };
}

function lineView(lab: Lab): WatchView {
  const shown = new Map<string, string>();
  return {
    show({ verdict, waiting }) {
      const isFirst = shown.size === 0;
      verdict.items.forEach((item, index) => {
        const key = `${index}`;
        const text = linesOf(item, waiting).join('\n');
        if (shown.get(key) !== text) printLine(text);
        shown.set(key, text);
      });
      if (isFirst) printLine(howToGoOn(lab));
    },
    tell: (event) => print(eventLine(event)),
    end: printEnd,
  };
}

function jsonView(): WatchView {
  let last = '';
  const showVerdict = (verdict: Verdict) => {
    const line = jsonLine(verdictJson(verdict));
    if (line !== last) printLine(line);
    last = line;
  };
  return {
    // The pass is printed only once, at the end, with its time.
    show: ({ verdict }) => verdict.status !== 'passed' && showVerdict(verdict),
    tell: ({ code, values, text }) =>
      printLine(jsonLine({ happened: code, values, message: say(text) })),
    end: showVerdict,
  };
}
