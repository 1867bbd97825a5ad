import { openSession } from '../../actions/session';
import { solve as bringToSolution } from '../../actions/solve';
import { urlOf } from '../../checks/http';
import type { DockerLab } from '../../labs/lab';
import { hostPortsOf } from '../../labs/service';
import { folderOf } from '../folder';
import { findDockerLab } from '../find-lab';
import { hold } from '../hold';
import { say } from '../language';
import { exit, print, printJson, reporter } from '../terminal';
import { UsageError } from '../usage-error';
import { exitCodeOf, printVerdict, verdictJson } from './check';

/** `dkkb solve ID`: brings the lab to its solution and checks it. */
export async function solve(
  id: string,
  options: { output?: string; dir?: string; timeout?: string },
): Promise<number> {
  const lab = findDockerLab(id);
  const session = await openSession(folderOf(options), patienceOf(options.timeout));
  const verdict = await hold([lab], session, () => bringToSolution(lab, session, reporter));
  if (options.output === 'json') {
    printJson({ ...verdictJson(verdict), urls: urlsOf(lab, session.look().host) });
  } else {
    printVerdict(verdict, false);
    urlsOf(lab, session.look().host).forEach((url) => print(`  ${url}`));
    print(say({ ko: `정리: dkkb down ${id}`, en: `Clean up: dkkb down ${id}` }));
  }
  return exitCodeOf([verdict]) || exit.done;
}

function patienceOf(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  if (/^\d{1,6}$/.test(seconds)) return Number(seconds) * 1000;
  throw new UsageError({
    ko: `--timeout 값은 초 단위의 정수여야 합니다: ${seconds}`,
    en: `--timeout takes a whole number of seconds, not ${seconds}`,
  });
}

/** Where the solution's services answer. */
export function urlsOf(lab: DockerLab, host: string): string[] {
  const published = new Set(hostPortsOf(lab.solution).map(({ service }) => service));
  return [...published].map((service) => urlOf(lab, service, host));
}
