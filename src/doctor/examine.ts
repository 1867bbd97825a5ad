import {
  bad,
  judgeAddress,
  judgeArchitecture,
  judgeClock,
  judgeCompose,
  judgeNodes,
  ok,
  same,
  type Found,
} from './diagnosis';
import { optionalMissing } from './problems';
import type { Text } from '../core/text';
import * as ask from '../docker/engine/diagnosis';
import { DockerClient } from '../docker/engine/client';
import { openEngine } from '../docker/engine/engine';
import { Failure } from '../core/failure';
import { currentMachine, isLinux } from '../core/system';
import { ownAddress } from '../core/machine/own-address';
import type { TargetOptions } from '../kubernetes/cluster/target';
import { disk, engineVersion, imagesHere, mirror, ports } from './engine-topics';
import { kubectlVersion, terraformVersion } from './programs';

/** What was looked at; scripts may depend on the names. */
export type Topic =
  | 'engine'
  | 'compose'
  | 'terraform'
  | 'kubectl'
  | 'cluster'
  | 'disk'
  | 'ports'
  | 'architecture'
  | 'clock'
  | 'mirror'
  | 'images'
  | 'address';

/** What was found about one topic. */
export interface Finding extends Found {
  readonly topic: Topic;
}

/** Looks at everything that the labs need, all at once. */
export function examine(named: TargetOptions = {}): Promise<Finding[]> {
  const client = new DockerClient();
  // Asked once. Only the finding `engine` reports an engine that does not answer.
  const engine = openEngine(client);
  const host = engine.then(({ api }) => ask.engineHost(api));
  host.catch(() => undefined);
  return Promise.all([
    required('engine', () => engineVersion(client, engine))
      .then(withDesktop)
      .then(withSettings),
    required('compose', async () => judgeCompose(await ask.composeVersion(client))),
    optional('terraform', terraformVersion, forTerraform),
    optional('kubectl', kubectlVersion, forKubectl),
    cluster(named),
    byEngine('disk', () => disk(engine, host)),
    byEngine('ports', async () => ports(await engine)),
    byEngine('architecture', async () => judgeArchitecture((await host).architecture)),
    byEngine('clock', async () => judgeClock((await host).clockAhead)),
    byEngine('mirror', async () => mirror(await engine, (await host).mirrors)),
    byEngine('images', async () => imagesHere(await engine)),
    address(),
  ]);
}

async function required(topic: Topic, examineTopic: () => Promise<Found>): Promise<Finding> {
  try {
    return { topic, ...(await examineTopic()) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const found = { ko: '쓸 수 없음', en: 'cannot be used' };
    return { topic, ...bad(found, error.problem) };
  }
}

/** What each problem means for Docker Desktop. */
const missingBy: Readonly<Record<string, 'docker' | 'engine'>> = {
  'program-missing': 'docker',
  'engine-not-running': 'engine',
};

/** The finding with what stands in the way of Docker Desktop, on the systems where it gives the engine. */
async function withDesktop(finding: Finding): Promise<Finding> {
  const { system, chosen } = currentMachine();
  const missing = missingBy[finding.problems[0]?.code ?? ''];
  const isOther = missing === 'engine' && chosen && !chosen.value.startsWith('desktop-');
  if (missing === undefined || isOther || isLinux(system)) return finding;
  const { desktopTrouble } = await import('./desktop');
  const { obstacles, cause } = await desktopTrouble(missing, system);
  return { ...finding, problems: [...obstacles, cause] };
}

/** The finding about an engine of this machine that does not run, with the mistakes in its settings. */
async function withSettings(finding: Finding): Promise<Finding> {
  const machine = currentMachine();
  const isStopped = finding.problems.some(({ code }) => code === 'engine-not-running');
  if (!isStopped || (machine.chosen && !machine.chosen.value.startsWith('desktop-')))
    return finding;
  const { daemonFileOf, daemonFileProblems } = await import('./daemon/examine');
  const mistakes = await daemonFileProblems(daemonFileOf(machine));
  return mistakes.length > 0 ? { ...finding, problems: mistakes } : finding;
}

async function byEngine(topic: Topic, examineTopic: () => Promise<Found>): Promise<Finding> {
  try {
    return { topic, ...(await examineTopic()) };
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
    // A program that does not speak JSON is too old to be of use.
    if (!(error instanceof Failure || error instanceof SyntaxError)) throw error;
    if (error instanceof Failure && error.code !== 'program-missing') {
      const unknown = { ko: '응답 없음', en: 'no answer' };
      return { topic, status: 'unknown', found: unknown, problems: [error.problem] };
    }
    const found = { ko: '없음', en: 'missing' };
    const problem = optionalMissing({ program: topic, ...purpose });
    return { topic, status: 'optional', found, problems: [problem] };
  }
}

// Only chapter 8 needs a cluster, so a problem of it does not matter for the chapters before.
async function cluster(named: TargetOptions): Promise<Finding> {
  try {
    return { topic: 'cluster', ...(await examineCluster(named)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const isNone = error.code === 'no-cluster' || error.code === 'program-missing';
    const found = isNone
      ? { ko: '없음', en: 'missing' }
      : { ko: '쓸 수 없음', en: 'cannot be used' };
    // The finding about kubectl reports that kubectl is missing.
    const problems = error.code === 'program-missing' ? [] : [error.problem];
    return { topic: 'cluster', status: isNone ? 'optional' : 'warning', found, problems };
  }
}

async function examineCluster(named: TargetOptions): Promise<Found> {
  const { openCluster } = await import('../kubernetes/cluster/cluster');
  const { target, snapshot } = await openCluster(named);
  const { context, server, namespace } = target();
  return judgeNodes(`${context} (${server}, ${namespace})`, context, await snapshot().nodes());
}

/** How long the service of the web may take that tells this machine's address. */
const addressTime = 3_000;

async function address(): Promise<Finding> {
  return { topic: 'address', ...judgeAddress(await ownAddress(addressTime)) };
}
