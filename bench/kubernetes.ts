import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { deployment, service } from '../src/kubernetes/model/manifests';
import { manifestPath, objectName } from '../src/kubernetes/model/manifest-files';
import { serviceLab } from '../labs/ch08/service';
import { startCluster, type Cluster } from '../testbed/cluster/cluster';
import { need } from '../testbed/programs/process';
import { at, dkkbAt } from './in-engine';
import { sideBySide } from './measure';
import { chartsApp } from './places';
import { ratioRow, type Row } from './report';

const checkLimit = 1_500;
const synthLimit = 500;
const whyStart = '(Node’s start and what `dkkb` looks at before it)';
const { app } = deployment.props;
const podsGone = `kubectl wait pods -l app=${app} --for=delete --timeout=60s`;

/** Measures chapter 8 on a cluster of its own, beside kubectl. */
export async function measureKubernetes(rounds: number): Promise<Row[]> {
  const cluster = await startCluster('bench-k');
  try {
    const solving = await measureSolve(cluster, rounds);
    return [await measureSynthesis(rounds), ...solving, ...(await measureCheck(cluster, rounds))];
  } finally {
    await cluster.stop();
  }
}

async function measureSynthesis(rounds: number): Promise<Row> {
  const cwd = await mkdtemp(join(tmpdir(), 'dkkb-bench-'));
  try {
    const node = (...args: string[]) => ({ run: () => need(process.execPath, args, { cwd }) });
    const times = await sideBySide({ charts: node(chartsApp), bare: node('-e', '0') }, rounds);
    const own = times.charts.median - times.bare.median;
    return {
      what: '`cdk8s synth`, the app’s own part',
      ours: times.charts,
      other: '`node -e 0`',
      others: times.bare,
      figure: `${Math.round(own)} ms more`,
      target: `≤ ${synthLimit} ms more`,
      met: own <= synthLimit,
      why: '(loading cdk8s)',
    };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

async function measureSolve(cluster: Cluster, rounds: number): Promise<Row[]> {
  const dkkb = dkkbAt(cluster);
  const sh = (line: string) => at(cluster, 'bash', ['-c', line]);
  await dkkb('manifests', '-o', 'plain');
  const files = [deployment, service].map(({ file }) => `-f plain/${file}.yml`).join(' ');
  const waits = `kubectl rollout status ${objectName(deployment)}`;
  const { ours, plain } = await sideBySide(
    {
      ours: {
        run: () => dkkb('solve', serviceLab.id),
        after: () => dkkb('down', serviceLab.id).then(() => sh(podsGone)),
      },
      plain: {
        run: () => sh(`kubectl apply ${files} && ${waits}`),
        after: () => sh(`kubectl delete ${files} && ${podsGone}`),
      },
    },
    rounds,
  );
  const other = '`kubectl apply` and `kubectl rollout status`';
  return [ratioRow('`dkkb solve ch08-service`, checked', ours, other, plain, 1.15, whyStart)];
}

// The same questions that the chapter's checks ask, as kubectl commands; each is asked once for all labs.
const questions = [
  ...['nodes', 'deployments', 'replicasets', 'pods', 'services', 'events'].map(
    (kind) => `kubectl get ${kind} -o json`,
  ),
  'kubectl get deployments -A -o json',
  'kubectl get services -A -o json',
];

async function measureCheck(cluster: Cluster, rounds: number): Promise<Row[]> {
  const dkkb = dkkbAt(cluster);
  await dkkb('solve', serviceLab.id);
  await dkkb('manifests', '-o', manifestPath(deployment).split('/')[0] ?? '');
  const sh = (line: string) => ({ run: () => at(cluster, 'bash', ['-c', line]) });
  const args = ['check', '--chapter', '8'];
  const { ours, inTurn, atOnce } = await sideBySide(
    {
      ours: { run: () => cluster.dkkb(...args) },
      inTurn: sh(questions.map((one) => `${one} >/dev/null`).join(' && ')),
      atOnce: sh(`${questions.map((one) => `${one} >/dev/null &`).join(' ')} wait`),
    },
    rounds,
  );
  const what = '`dkkb check --chapter 8`';
  const count = `${questions.length} \`kubectl get\``;
  return [
    ratioRow(what, ours, `${count}, one after the other`, inTurn, 1.2, whyStart),
    { what, ours, other: `${count} at once`, others: atOnce },
    {
      what,
      ours,
      other: `${count}, one after the other`,
      others: inTurn,
      figure: `${Math.round(ours.median)} ms`,
      target: `< ${checkLimit} ms`,
      met: ours.median < checkLimit,
      why: whyStart,
    },
  ];
}
