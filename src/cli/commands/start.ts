import { join } from 'node:path';
import { pullMissing } from '../../docker/verbs/prepare';
import { urlsOf } from '../../docker/platform';
import { machineState } from '../../docker/verbs/machine-state';
import { openSession, type Session } from '../../docker/verbs/session';
import { solve } from '../../docker/verbs/solve';
import { labs } from '../../../labs/index';
import type { DockerLab } from '../../docker/lab';
import type { Text } from '../../core/text';
import { namesOf } from '../../docker/model/service';
import { Failure } from '../../core/failure';
import { withLock } from '../../core/machine/lock';
import { currentMachine, isLinux } from '../../core/system';
import { run, runInTerminal } from '../../core/machine/process';
import { daemonFileOf, daemonFileProblems } from '../../doctor/daemon/examine';
import { say, spokenLanguage } from '../language';
import { projectFolder } from '../project';
import { printProblem } from '../views/problem';
import { putOnPath } from '../put-on-path';
import { chat, exit, mark, paint, print, reporter } from '../views/terminal';
import { exitCodeOf, printVerdict } from './check';
import { buildFromPackages } from './images';
import { prepareDesktop } from './start-desktop';
import { programMissing, commandFailed } from '../../core/problems/program';
import { socketDenied } from '../../docker/problems/engine';

const firstLab = 'ch04-port';

/** `dkkb start`: brings a bare machine to the first lab, running and checked; a second run changes nothing. */
export async function start(): Promise<number> {
  const prepared = await prepareMachine();
  if (prepared !== exit.done) return prepared;
  const command = await putOnPath(join(projectFolder(), 'build', 'dkkb.mjs'));
  headline({ ko: '첫 실습', en: 'The first lab' });
  const lab = labs.find((candidate): candidate is DockerLab => candidate.id === firstLab);
  if (!lab) throw new Error(`the catalogue lacks ${firstLab}`);
  const session = await openSession();
  await getImages(lab, session);
  const verdict = await withLock(session.folder, lab.id, () => solve(lab, session, reporter));
  printVerdict(verdict, false);
  const code = exitCodeOf([verdict]);
  if (code !== exit.done) return code;
  await writeFiles();
  printEnd(urlsOf(lab, session.engine.host), command.text, command.found ? 'dkkb' : 'npx dkkb');
  return exit.done;
}

function headline(text: Text): void {
  chat(paint.bold(`== ${say(text)}`));
}

async function prepareMachine(): Promise<number> {
  headline({ ko: '컴퓨터 살펴보기', en: 'Looking at this machine' });
  const state = await machineState();
  if (state === 'ready') {
    chat(
      `${mark.passed} ${say({ ko: '도커와 Compose가 준비되어 있습니다.', en: 'Docker and Compose are ready.' })}`,
    );
    return exit.done;
  }
  const machine = currentMachine();
  const { system } = machine;
  if (state === 'engine-stopped' && !machine.chosen) {
    const mistakes = await daemonFileProblems(daemonFileOf(machine));
    mistakes.forEach((problem) => printProblem(problem));
    if (mistakes.length > 0) return exit.cannot;
  }
  if (!isLinux(system)) return prepareDesktop(state, system);
  const script = join(projectFolder(), 'scripts', 'install-docker.sh');
  const code = await runInTerminal('bash', [script], {
    env: { DKKB_LANG: spokenLanguage() },
  }).catch((error: unknown) => {
    // Without bash, the script cannot install anything on this system.
    if (error instanceof Failure) throw new Failure(programMissing({ program: 'docker' }));
    throw error;
  });
  if (code !== exit.done) return exit.cannot;
  return (await machineState()) === 'socket-denied' ? goOnInGroup() : exit.done;
}

// This login is not in the group yet; `sg` opens a shell that is.
async function goOnInGroup(): Promise<number> {
  if (process.env['DKKB_IN_GROUP']) throw new Failure(socketDenied({}));
  const words = [process.execPath, ...process.argv.slice(1)].map(
    (word) => `'${word.replaceAll("'", `'\\''`)}'`,
  );
  return runInTerminal('sg', ['docker', '-c', words.join(' ')], { env: { DKKB_IN_GROUP: '1' } });
}

async function getImages(lab: DockerLab, session: Session): Promise<void> {
  try {
    await pullMissing(lab, session, reporter);
  } catch (error) {
    const blocked =
      error instanceof Failure && ['registry-unreachable', 'registry-limit'].includes(error.code);
    if (!blocked || !isLinux(currentMachine().system)) throw error;
    reporter.note({
      ko: '이미지 저장소에서 받지 못해, 배포판 패키지로 직접 만듭니다. 몇 분 걸립니다.',
      en: 'The registry does not give the image, so it is built from distribution packages; this takes minutes.',
    });
    const code = await buildFromPackages([...namesOf(lab).images], false);
    if (code !== exit.done) throw error;
  }
}

async function writeFiles(): Promise<void> {
  headline({ ko: '파일 만들기', en: 'Writing files' });
  const cwd = projectFolder();
  const apps = [
    ['charts', { ko: '쿠버네티스 매니페스트: dist/', en: 'Kubernetes manifests: dist/' }],
    ['stacks', { ko: '테라폼 JSON: cdktf.out/', en: 'Terraform JSON: cdktf.out/' }],
  ] as const;
  await Promise.all(
    apps.map(async ([app, text]) => {
      const program = join(cwd, 'build', `${app}.cjs`);
      const { code, stderr } = await run(process.execPath, [program], { cwd });
      if (code !== 0)
        throw new Failure(
          commandFailed({
            command: `node build/${app}.cjs`,
            said: stderr.trim(),
          }),
        );
      chat(`${mark.passed} ${say(text)}`);
    }),
  );
}

function printEnd(urls: readonly string[], placed: Text, dkkb: string): void {
  print();
  print(
    paint.bold(
      say({ ko: '브라우저에서 열어 보세요', en: 'Open it in a browser' }) + `: ${urls.join(' ')}`,
    ),
  );
  print(say(placed));
  print(`${say({ ko: '실습 목록', en: 'All labs' })}: ${dkkb} list`);
  print(`${say({ ko: '다음 실습', en: 'The next lab' })}: ${dkkb} show ch04-many`);
  print(`${say({ ko: '정리하기', en: 'Take it down' })}: ${dkkb} down ${firstLab}`);
}
