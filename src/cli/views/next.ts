import { exercises, type Exercise } from '../../../labs/exercises';
import type { LabBase } from '../../core/lab';
import { chapterOf } from '../../../labs/lab';
import { labLine } from '../../core/shell/lab-command';
import { say } from '../language';
import { print } from './terminal';

/** What comes after labs that are passed: the next one in the book, or `end` behind the last. */
export type Next = Exercise | 'end';

/** What comes after these labs. */
export function nextAfter(passed: readonly Pick<LabBase, 'id'>[]): Next {
  // Whoever has a machine that is ready, as the appendix asks, begins with the first exercise.
  const chapters = exercises.filter((lab) => chapterOf(lab) !== undefined);
  const places = passed.map(({ id }) => chapters.findIndex((lab) => lab.id === id));
  return chapters[Math.max(...places) + 1] ?? 'end';
}

/** The next lab for scripts; null behind the last, nothing where no lab is passed. */
export function nextJson(next: Next | undefined) {
  if (next === undefined) return {};
  return { next: next === 'end' ? null : { id: next.id, title: say(next.title) } };
}

/** Says which lab comes next and how to begin; behind the last, how to clean up. */
export function printNext(next: Next | undefined): void {
  if (next === undefined) return;
  print('');
  if (next === 'end')
    print(
      say({
        ko: `책의 마지막 실습입니다. 남은 것을 모두 정리하려면: ${labLine('down', '--all')}`,
        en: `This was the last lab of the book. To clean up what is left: ${labLine('down', '--all')}`,
      }),
    );
  else {
    const { id, title } = next;
    print(say({ ko: `다음 실습: ${id}  ${title.ko}`, en: `Next lab: ${id}  ${title.en}` }));
    print(
      say({ ko: `할 일 보기: ${labLine('show', id)}`, en: `Its task: ${labLine('show', id)}` }),
    );
  }
}
