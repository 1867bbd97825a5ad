import { lastLine } from '../../core/failure';
import { parseJson } from '../../core/answers/json';

/** The words that make the docker client tell both versions as JSON; also a client of years ago knows them. */
export const versionWords = ['version', '--format', '{{json .}}'] as const;

/** What `docker version` tells. */
export interface DockerAnswer {
  readonly client?: { readonly version: string; readonly context: string } | undefined;
  readonly server?: ServerAnswer | undefined;
  /** The version of Podman, where the program `docker` is Podman. */
  readonly podman?: string | undefined;
  /** Why no engine answered, in the client's words. */
  readonly said: string;
}

/** What an engine tells of itself. */
export interface ServerAnswer {
  readonly version: string;
  readonly os: string;
  readonly platform: string;
  readonly components: readonly string[];
}

/** Reads the answer of `docker version`; what has another form is left out. */
export function answerIn(stdout: string, stderr: string): DockerAnswer {
  const said = lastLine(stderr);
  const told = objectIn(stdout);
  const client = recordOf(told['Client']);
  const podman = podmanOf(client, `${stdout}\n${stderr}`);
  if (podman !== undefined) return { podman, said };
  return { client: clientIn(client), server: serverIn(recordOf(told['Server'])), said };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(parseJson(text));
  } catch {
    return {};
  }
}

function clientIn(client: Readonly<Record<string, unknown>>): DockerAnswer['client'] {
  const version = versionOf(client['Version']);
  return version === undefined
    ? undefined
    : { version, context: wordOf(client['Context']) || 'default' };
}

function serverIn(server: Readonly<Record<string, unknown>>): ServerAnswer | undefined {
  const components = Array.isArray(server['Components']) ? server['Components'].slice(0, 20) : [];
  const names = components.map((one) => wordOf(recordOf(one)['Name']));
  const engine = components.find((_, at) => names[at] === 'Engine');
  // Docker Desktop has called its engine `master` or `dev` here; the component tells its number.
  const version = versionOf(server['Version']) ?? versionOf(recordOf(engine)['Version']);
  if (version === undefined) return undefined;
  return {
    version,
    os: wordOf(server['Os']),
    platform: wordOf(recordOf(server['Platform'])['Name']),
    components: names,
  };
}

/** Podman's own client writes `APIVersion`, Docker's `ApiVersion`. */
function podmanOf(client: Readonly<Record<string, unknown>>, said: string): string | undefined {
  if (!('APIVersion' in client) && !/emulate docker cli using podman/i.test(said)) return undefined;
  return versionOf(client['Version']) ?? '';
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function versionOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.+~-]{1,60}$/.test(value) ? value : undefined;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 100) : '';
}
