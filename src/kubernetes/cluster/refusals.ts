import { Failure, failureBy, lastLine, type Pattern } from '../../core/failure';
import { commandFailed } from '../../core/problems/program';
import {
  forbidden,
  loginRefused,
  namespaceMissing,
  nodePortTaken,
  notAnswering,
  quotaExceeded,
} from '../problems/cluster';
import type { ClusterTarget } from './target';

/** What a cluster says of a quota that does not suffice: which, how much is asked for and used, and its limit. */
export const quotaPattern =
  /exceeded quota: (?<quota>[^\s,]+), requested: (?<requested>\S+), used: (?<used>\S+), limited: (?<limited>[^\n]+)/i;

/** A cluster's own words for each failure, most telling first. */
export const clusterPatterns: readonly Pattern[] = [
  { problem: quotaExceeded, test: quotaPattern },
  {
    problem: nodePortTaken,
    test: /nodePort: Invalid value: (?<port>\d+): provided port is already allocated/i,
  },
  { problem: namespaceMissing, test: /namespaces? "(?<missing>[^"]+)" not found/i },
  {
    problem: loginRefused,
    test: /unauthorized|must be logged in|provide credentials|certificate has expired|x509:|exec: executable|getting credentials/i,
  },
  {
    problem: notAnswering,
    test: /connection refused|connection to the server|no route to host|i\/o timeout|network is unreachable|no such host|deadline exceeded|tls handshake|client\.timeout|unable to connect|connection reset|\((?:ServiceUnavailable|Timeout|ServerTimeout|TooManyRequests|InternalError)\)|ServiceUnavailable|etcdserver|EOF$/im,
  },
  { problem: forbidden, test: /\(forbidden\)|is forbidden:/i },
];

/** The failure that the end of kubectl's error output means; `command-failed` with that output when none is known. */
export function clusterFailure(output: string, target: ClusterTarget, command: string): Failure {
  const { context, server, namespace } = target;
  const place = { context, server, namespace };
  const known = failureBy(clusterPatterns, output, place);
  return known ?? new Failure(commandFailed({ ...place, command, said: lastLine(output) }));
}
