import stringWidth from 'string-width';
import { exercises as labs } from '../../../labs/exercises';
import { chapterOf } from '../../../labs/lab';
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
    const beginning = `${paint.bold(lab.id.padEnd(width))}  ${paint.dim(lab.section)}  `;
    printLine(beside(beginning, say(lab.title), screenWidth()));
  }
  return exit.done;
}
