import stringWidth from 'string-width';
import { exercises as labs } from '../../../labs/exercises';
import { chapterOf } from '../../../labs/lab';
import type { LabBase } from '../../core/lab';
import { say } from '../language';
import { beside } from '../views/layout';
import { exit, paint, printJson, printLine, screenWidth } from '../views/terminal';

const appendix = { ko: '부록: 실습할 컴퓨터', en: 'Appendix: the practice machine' };

/** `dkkb list`: prints every lab in the order of the book. */
export function list({ output }: { output?: string }): number {
  if (output === 'json') {
    printJson({
      labs: labs.map((lab) => ({
        id: lab.id,
        chapter: chapterOf(lab) ?? null,
        section: lab.section,
        title: say(lab.title),
        platform: lab.platform,
      })),
    });
    return exit.done;
  }
  const width = Math.max(...labs.map(({ id }) => stringWidth(id)));
  const firstOfAppendix = labs.find((lab) => chapterOf(lab) === undefined);
  for (const lab of labs) {
    if (lab === firstOfAppendix) printLine(`\n${paint.bold(say(appendix))}`);
    const section = lab.section.padEnd(sectionWidthOf(lab));
    const beginning = `${paint.bold(lab.id.padEnd(width))}  ${paint.dim(section)}  `;
    printLine(beside(beginning, say(lab.title), screenWidth()));
  }
  return exit.done;
}

/** The widest number of the labs that stand under the same heading. */
function sectionWidthOf(lab: LabBase): number {
  const isOfAppendix = chapterOf(lab) === undefined;
  const same = labs.filter((other) => (chapterOf(other) === undefined) === isOfAppendix);
  return Math.max(...same.map(({ section }) => section.length));
}
