import { findChangingLab } from '../find-lab';
import { hold } from '../hold';
import { say } from '../language';
import { labLine } from '../../core/shell/lab-command';
import { atPlace, type PlaceFlags } from '../place';
import { printProblem, problemJson } from '../views/problem';
import { exit, mark, print, printJson, reporter } from '../views/terminal';

/** `dkkb up ID`: makes the setup and says what to do next; exit code 1 when the setup exists and does not become ready. */
export async function up(id: string, options: PlaceFlags & { output?: string }): Promise<number> {
  const lab = await findChangingLab(id);
  const problems = await atPlace(lab, options, (place) =>
    hold([lab], place, () => place.prepare(lab, reporter)),
  );
  const isReady = problems.length === 0;
  if (options.output === 'json') {
    const status = isReady ? 'ready' : 'not-ready';
    printJson({ id: lab.id, status, ...(isReady ? {} : { problems: problems.map(problemJson) }) });
    return isReady ? exit.done : exit.failed;
  }
  if (isReady) {
    print(`${mark.passed} ${say({ ko: `${id} 실습 준비가 끝났습니다.`, en: `${id} is ready.` })}`);
  }
  problems.forEach((problem) => printProblem(problem, ''));
  print(say({ ko: `할 일: ${labLine('show', id)}`, en: `The task: ${labLine('show', id)}` }));
  print(
    say({
      ko: `지켜보기: 다른 터미널에서 ${labLine('watch', id)}`,
      en: `Watch it live: ${labLine('watch', id)} in another terminal`,
    }),
  );
  return isReady ? exit.done : exit.failed;
}
