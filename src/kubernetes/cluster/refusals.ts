import { endOf, readLimit } from '../../core/answers/bounds';
import { Failure, lastLine, type FailureCode } from '../../core/failure';
import type { ClusterTarget } from './target';

/** What a cluster says of a quota that does not suffice: which, how much is asked for and used, and its limit. */
export const quotaPattern =
  /exceeded quota: (?<quota>[^\s,]+), requested: (?<requested>\S+), used: (?<used>\S+), limited: (?<limited>[^\n]+)/i;

/** A cluster's own words for each failure, most telling first. */
export const clusterPatterns: readonly { readonly code: FailureCode; readonly test: RegExp }[] = [
  { code: 'quota-exceeded', test: quotaPattern },
  {
    code: 'node-port-taken',
    test: /nodePort: Invalid value: (?<port>\d+): provided port is already allocated/i,
  },
  { code: 'namespace-missing', test: /namespaces? "(?<missing>[^"]+)" not found/i },
  {
    code: 'cluster-login-refused',
    test: /unauthorized|must be logged in|provide credentials|certificate has expired|x509:|exec: executable|getting credentials/i,
  },
  {
    code: 'cluster-not-answering',
    test: /connection refused|connection to the server|no route to host|i\/o timeout|network is unreachable|no such host|deadline exceeded|tls handshake|client\.timeout|unable to connect|connection reset|\((?:ServiceUnavailable|Timeout|ServerTimeout|TooManyRequests|InternalError)\)|ServiceUnavailable|etcdserver|EOF$/im,
  },
  { code: 'cluster-forbidden', test: /\(forbidden\)|is forbidden:/i },
];

/** The failure that the end of kubectl's error output tells of; `command-failed` with that output when none is known. */
export function clusterFailure(output: string, target: ClusterTarget, command: string): Failure {
  const { context, server, namespace } = target;
  const place = { context, server, namespace };
  const stderr = endOf(output, readLimit.error);
  const said = lastLine(stderr);
  for (const { code, test } of clusterPatterns) {
    const match = test.exec(stderr);
    if (match) return new Failure(code, { ...place, ...match.groups, said });
  }
  return new Failure('command-failed', { ...place, command, said });
}
