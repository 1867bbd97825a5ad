import type { Problem } from '../checks/check';
import * as problems from '../checks/problems/doctor';
import { portTaken, problemOf } from '../checks/problems/machine';
import { images } from '../labs/images';
import { labs } from '../labs/index';
import type { Text } from '../labs/lab';
import { hostPortsOf, namesOf } from '../labs/service';
import { statesOf } from '../labs/lab';
import * as ask from '../runtime/diagnosis';
import type { EngineFacts } from '../runtime/facts';
import { Failure } from '../runtime/failure';
import { imageOrigins } from '../runtime/image-origin';
import { isPortFree, portHolder } from '../runtime/ports';

/** One thing that was looked at; `optional` is missing and needed by some only, `warning` does not keep anybody from working. */
export interface Finding {
  /** Stable; scripts may depend on it. */
  readonly topic:
    | 'engine'
    | 'compose'
    | 'terraform'
    | 'kubectl'
    | 'disk'
    | 'ports'
    | 'architecture'
    | 'clock'
    | 'mirror'
    | 'images';
  readonly status: 'ok' | 'problem' | 'warning' | 'optional' | 'unknown';
  /** What was found; the same in every language where it is only a name or a number. */
  readonly found: Text;
  readonly problems: readonly Problem[];
}

type Topic = Finding['topic'];

/** Looks at everything that the labs need, all at once. */
export function examine(engine: EngineFacts): Promise<Finding[]> {
  // Asked once; an engine that does not answer is said once, by the finding `engine`.
  const host = ask.engineHost();
  host.catch(() => undefined);
  return Promise.all([
    required('engine', engineVersion),
    required('compose', compose),
    optional('terraform', ask.terraformVersion, forTerraform),
    optional('kubectl', ask.kubectlVersion, forKubectl),
    byEngine('disk', async () =>
      disk(engine.isLocal ? await host.catch(() => undefined) : undefined),
    ),
    byEngine('ports', () => ports(engine)),
    byEngine('architecture', async () => architecture((await host).architecture)),
    byEngine('clock', async () => clock((await host).clockAhead)),
    byEngine('mirror', async () => mirror((await host).mirrors)),
    byEngine('images', imagesHere),
  ]);
}

const same = (text: string): Text => ({ ko: text, en: text });
type Found = Omit<Finding, 'topic'>;
const ok = (found: Text): Found => ({ status: 'ok', found, problems: [] });
const bad = (found: Text, ...list: Problem[]): Found => ({
  status: 'problem',
  found,
  problems: list,
});

const cannotBeUsed = { ko: '쓸 수 없음', en: 'cannot be used' };

async function required(topic: Topic, look: () => Promise<Found>): Promise<Finding> {
  try {
    return { topic, ...(await look()) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { topic, ...bad(cannotBeUsed, problemOf(error)) };
  }
}

async function byEngine(topic: Topic, look: () => Promise<Found>): Promise<Finding> {
  try {
    return { topic, ...(await look()) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const found = { ko: '엔진에 물어볼 수 없음', en: 'the engine cannot be asked' };
    return { topic, status: 'unknown', found, problems: [] };
  }
}

const forTerraform: Text = {
  ko: 'npx cdktf deploy 명령으로 실습 환경을 만들 때만 필요합니다.',
  en: 'Only npx cdktf deploy needs it.',
};
const forKubectl: Text = { ko: '8장에서만 필요합니다.', en: 'Only chapter 8 needs it.' };

async function optional(
  topic: 'terraform' | 'kubectl',
  version: () => Promise<string>,
  purpose: Text,
): Promise<Finding> {
  try {
    return { topic, ...ok(same(await version())) };
  } catch (error) {
    const isBroken = error instanceof SyntaxError;
    if (!isBroken && !(error instanceof Failure)) throw error;
    const missing = problems.optionalMissing({ program: topic, ...purpose });
    return { topic, status: 'optional', found: { ko: '없음', en: 'missing' }, problems: [missing] };
  }
}

async function engineVersion(): Promise<Found> {
  const { client, server, api } = await ask.engineVersions();
  return ok(same(`${server} (API ${api}, client ${client})`));
}

async function compose(): Promise<Found> {
  const version = await ask.composeVersion();
  const major = Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
  return major >= 2 ? ok(same(version)) : bad(same(version), problems.composeTooOld({ version }));
}

/** Bytes below which nothing can be pulled, and those that all images of the book take. */
const diskLimits = { needed: 1e9, comfortable: 6e9 };

async function disk(host: ask.EngineHost | undefined): Promise<Found> {
  const { folder, bytes } = await ask.freeSpace(host?.folder ?? '');
  const free = gigabytes(bytes);
  const found = { ko: `${free} 남음 (${folder})`, en: `${free} free (${folder})` };
  if (bytes >= diskLimits.comfortable) return ok(found);
  const low = problems.diskLow({ folder, free, wanted: gigabytes(diskLimits.comfortable) });
  return bytes < diskLimits.needed
    ? bad(found, low)
    : { status: 'warning', found, problems: [low] };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

async function ports(engine: EngineFacts): Promise<Found> {
  const own = new Set(labs.flatMap((lab) => [...namesOf(lab).services.keys()]));
  const services = labs.flatMap(statesOf).flatMap(hostPortsOf);
  const wanted = new Map(services.map(({ port, service }) => [port, service]));
  const containers = [...(await engine.containers()).values()];
  const held = await Promise.all(
    [...wanted].map(async ([port, name]) => {
      const container = containers.find((one) => one.ports.some(({ host }) => host === port));
      if (container) return own.has(container.name) ? [] : [taken(port, container.name, name)];
      if (!engine.isLocal || (await isPortFree(port))) return [];
      return [taken(port, await portHolder(port), name)];
    }),
  );
  const numbers = [...wanted.keys()].sort((one, other) => one - other).join(', ');
  const list = held.flat();
  if (list.length > 0) {
    const busy = list.map(({ values }) => values['port']).join(', ');
    return bad({ ko: `${busy} 사용 중`, en: `${busy} in use` }, ...list);
  }
  return ok({ ko: `${numbers} 사용 가능`, en: `${numbers} can be used` });
}

function taken(port: number, by: string, name: string): Problem {
  return portTaken({ port: String(port), by, name });
}

const architectures: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  amd64: 'amd64',
  aarch64: 'arm64',
  arm64: 'arm64',
};

function architecture(said: string): Found {
  const known = architectures[said];
  return known
    ? ok(same(known))
    : bad(same(said), problems.architectureUnknown({ architecture: said }));
}

function clock(ahead: number): Found {
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const found = { ko: `차이 ${seconds}초`, en: `${seconds} s apart` };
  return seconds <= 60
    ? ok(found)
    : bad(found, problems.clockDiffers({ seconds: String(seconds) }));
}

function mirror(mirrors: readonly string[]): Found {
  return ok(mirrors.length > 0 ? same(mirrors.join(', ')) : { ko: '쓰지 않음', en: 'none' });
}

async function imagesHere(): Promise<Found> {
  const origins = await imageOrigins(Object.values(images));
  const missing = origins.filter(({ origin }) => origin === 'missing').map(({ image }) => image);
  const count = `${origins.length - missing.length}/${origins.length}`;
  const rest = missing.join(', ');
  return ok({
    ko: `${count}개 있음${rest ? `. 처음 쓸 때 받음: ${rest}` : ''}`,
    en: `${count} here${rest ? `; pulled when first used: ${rest}` : ''}`,
  });
}
