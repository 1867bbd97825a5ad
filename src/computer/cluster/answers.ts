import { parseJson } from '../../core/answers/json';

/** The versions that `kubectl version` tells. */
export interface KubectlVersions {
  readonly client?: string | undefined;
  readonly server?: string | undefined;
}

/** Reads `kubectl version --output json`. */
export function versionsIn(stdout: string): KubectlVersions {
  const told = recordOf(anythingIn(stdout));
  return {
    client: gitVersionOf(told['clientVersion']),
    server: gitVersionOf(told['serverVersion']),
  };
}

/** By how many minor versions two versions of Kubernetes differ; undefined where that cannot be told. */
export function skewOf({ client, server }: KubectlVersions): number | undefined {
  const [one, other] = [client, server].map(
    (version) => /^v1\.(\d{1,3})\./.exec(version ?? '')?.[1],
  );
  return one && other ? Math.abs(Number(one) - Number(other)) : undefined;
}

/** Reads `minikube version --output json`, or its plain lines. */
export function minikubeVersionIn(stdout: string): string | undefined {
  const { minikubeVersion } = recordOf(anythingIn(stdout));
  const told = typeof minikubeVersion === 'string' ? minikubeVersion : stdout;
  return /\bv\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[\w.]{1,20})?/.exec(told)?.[0];
}

/** The exit code of Minikube where it has no cluster of that name. */
const exitWithoutCluster = 85;

/** The state of Minikube's cluster in its own word, from `minikube status --output json`; empty where there is no cluster, undefined where it tells none. */
export function minikubeStateIn(stdout: string, code: number): string | undefined {
  if (code === exitWithoutCluster) return '';
  const told = anythingIn(stdout);
  const { Host: host, APIServer: server } = recordOf(Array.isArray(told) ? told[0] : told);
  if (host === 'Nonexistent') return '';
  const word = host === 'Running' ? server : host;
  return typeof word === 'string' && /^[A-Za-z]{1,30}$/.test(word) ? word : undefined;
}

function gitVersionOf(value: unknown): string | undefined {
  const { gitVersion } = recordOf(value);
  return typeof gitVersion === 'string' && /^v?\d[\w.+-]{1,60}$/.test(gitVersion)
    ? gitVersion
    : undefined;
}

function anythingIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
