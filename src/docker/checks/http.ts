import type { DockerExercise } from '../model/exercise';
import type { Problem } from '../../core/problem';
import { summaryOf, type Page } from '../../core/page';
import { portsOf, serviceOf } from '../model/service';
import type { ContainerFacts } from '../engine/facts';
import { silent, type HttpAnswer } from '../../core/answers/http';
import type { DockerCheck } from './check';
import { stoppedDatabases } from './dependency';
import { makeAgain } from './make-again';
import { commandAdded } from '../problems/container';
import { databaseNotRunning } from '../problems/database';
import {
  databaseUnreachable,
  noAnswer,
  pageWrong,
  serverError,
  statusWrong,
} from '../problems/http';
import { commandAfterImage } from './after-image';

/** The service answers with that page on its published port. */
export function answers(name: string, page: Page): DockerCheck {
  return {
    subject: name,
    title: (lab) => ({
      ko: `${urlOf(lab, name, 'localhost')} 주소에 ${page.name.ko} 표시`,
      en: `${urlOf(lab, name, 'localhost')} shows ${page.name.en}`,
    }),
    async run({ lab, engine, ask }) {
      const url = urlOf(lab, name, engine.host);
      const answer = await ask(url, page.installer);
      const service = serviceOf(lab, name);
      if (isBroken(answer, page)) {
        const [stopped] = await stoppedDatabases(service, engine);
        if (stopped) return [databaseNotRunning({ name, ...stopped })];
      }
      const container = (await engine.containers()).get(name);
      const again = makeAgain(name, service, container);
      if ('error' in answer) {
        const { error } = answer;
        const typed = container ? await commandAfterImage(engine, container) : '';
        // A container that restarts again and again is soon reported as such.
        const isCause =
          typed && error !== silent && container?.restart === 'no' && !isYoung(container);
        return isCause ? [commandAdded({ ...again, typed })] : [noAnswer({ url, name, error })];
      }
      if (page.withoutDatabase?.test(answer.body)) {
        const databases = Object.keys(service.depends_on ?? {}).join(', ');
        return [databaseUnreachable({ url, name, databases })];
      }
      const [refused] = statusProblems(answer.status, url, name);
      if (refused) return [refused];
      if (page.installer && answer.location?.endsWith(page.installer)) return [];
      if (answer.body.includes(page.contains)) return [];
      const found = summaryOf(answer.body);
      return [pageWrong({ ...again, url, wanted: page.name, found })];
    },
  };
}

/** The service answers without an error on its published port: which page it shows is the reader's own affair. */
export function answersAtAll(name: string): DockerCheck {
  return {
    subject: name,
    title: (lab) => ({
      ko: `${urlOf(lab, name, 'localhost')} 주소에 페이지 표시`,
      en: `${urlOf(lab, name, 'localhost')} shows a page`,
    }),
    async run({ lab, engine, ask }) {
      const url = urlOf(lab, name, engine.host);
      const answer = await ask(url);
      if ('error' in answer) return [noAnswer({ url, name, error: answer.error })];
      return statusProblems(answer.status, url, name);
    },
  };
}

function statusProblems(code: number, url: string, name: string): Problem[] {
  const status = String(code);
  if (code >= 500) return [serverError({ url, name, status })];
  return code >= 400 ? [statusWrong({ url, name, status })] : [];
}

/** How long, in milliseconds, a server of any command may take until it listens. */
const listeningTime = 5_000;

function isYoung({ state }: ContainerFacts): boolean {
  return Math.abs(Date.now() - Date.parse(state.startedAt)) < listeningTime;
}

function isBroken(answer: HttpAnswer, page: Page): boolean {
  if ('error' in answer || answer.status >= 500) return true;
  return page.withoutDatabase?.test(answer.body) ?? false;
}

/** Where a service of a lab answers, from its first published port. */
export function urlOf(lab: DockerExercise, name: string, host: string): string {
  const port = portsOf(serviceOf(lab, name))[0];
  if (!port) throw new Error(`service '${name}' of lab ${lab.id} publishes no port`);
  return `http://${host}:${port.host}`;
}
