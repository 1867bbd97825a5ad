import { begin } from '../../actions/begin';
import { openSession } from '../../actions/session';
import { folderOf } from '../folder';
import { findDockerLab } from '../find-lab';
import { hold } from '../hold';
import { say } from '../language';
import { exit, mark, print, printJson, reporter } from '../terminal';

/** `dkkb up ID`: gives the setup and says what to do next. */
export async function up(id: string, options: { output?: string; dir?: string }): Promise<number> {
  const lab = findDockerLab(id);
  const session = await openSession(folderOf(options));
  await hold([lab], session, () => begin(lab, session, reporter));
  if (options.output === 'json') {
    printJson({ id: lab.id, status: 'ready' });
    return exit.done;
  }
  print(`${mark.passed} ${say({ ko: `${id} 실습 준비가 끝났습니다.`, en: `${id} is ready.` })}`);
  print(say({ ko: `할 일: dkkb show ${id}`, en: `The task: dkkb show ${id}` }));
  print(
    say({
      ko: `지켜보기: 다른 터미널에서 dkkb watch ${id}`,
      en: `Watch it live: dkkb watch ${id} in another terminal`,
    }),
  );
  return exit.done;
}
