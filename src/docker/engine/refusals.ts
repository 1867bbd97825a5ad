import { Failure, failureBy, lastLine, type Pattern } from '../../core/failure';
import { commandFailed } from '../../core/problems/program';
import { pullPatterns } from '../../core/problems/pull';
import {
  composeMissing,
  engineNotRunning,
  socketDenied,
  wslIntegrationOff,
} from '../problems/engine';
import { nameTaken } from '../problems/conflicts';
import { portReserved, portTaken, portUnavailable } from '../problems/ports';

/** The engine's own words for each problem, newest and oldest wording, most telling first. */
export const enginePatterns: readonly Pattern[] = [
  {
    // Docker Desktop's stand-in for the client in a WSL distribution that it is not switched on for.
    problem: wslIntegrationOff,
    test: /command 'docker' could not be found in this WSL/i,
  },
  {
    problem: socketDenied,
    test: /permission denied while trying to connect(?:[^\n]*? at (?<endpoint>\w+:\/\/\S+?)(?=:?(?:\s|$)))?/i,
  },
  {
    problem: socketDenied,
    test: /open \/\/\.\/pipe\/[\w.-]{1,100}: (?:access is denied|액세스가 거부되었습니다)/i,
  },
  {
    problem: engineNotRunning,
    test: /(?:cannot connect to the docker daemon|failed to connect to the docker api)(?: at (?<endpoint>\S+?))?[.;]?(?:\s|$)|error during connect|dockerDesktopLinuxEngine|context "[^"]*"(?: does not exist|: context not found)/i,
  },
  {
    problem: composeMissing,
    // Without the plugin the client takes Compose's own options for its own.
    test: /unknown command: docker compose|'compose' is not a docker command|unknown flag: --(?:file|project-name|progress)\b/i,
  },
  pullPatterns.diskFull,
  pullPatterns.registryLimit,
  pullPatterns.imageWrongPlatform,
  {
    problem: nameTaken,
    test: /container name "?\/?(?<name>[\w.-]+)"? is already in use by container "?(?<by>\w+)/i,
  },
  {
    problem: portReserved,
    // A Windows in Korean gives its own errors in Korean.
    test: /listen tcp[46]? \S{0,100}?:(?<port>\d{1,5})\b[^\n]{0,300}?(?:forbidden by its access permissions|액세스 권한에 의해)/i,
  },
  {
    problem: portTaken,
    test: /(?:bind for|listen tcp[46]?|bind host port(?: for)?|address) \S{0,100}?:(?<port>\d{1,5})\b[^\n]{0,300}?(?:port is already allocated|address already in use|only one usage of each socket address|각 소켓 주소)/i,
  },
  {
    problem: portUnavailable,
    test: /ports are not available: exposing port tcp \S{0,100}?:(?<port>\d{1,5})\b/i,
  },
  pullPatterns.registryUnreachable,
  pullPatterns.imageMissing,
];

/** The failure that the end of a program's error output means; `command-failed` with that output when none is known. */
export function failureFrom(
  output: string,
  values: Readonly<Record<string, string>> = {},
): Failure {
  const unknown = () => new Failure(commandFailed({ ...values, said: lastLine(output) }));
  return failureBy(enginePatterns, output, values) ?? unknown();
}
