import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { ClusterApi, type ApiKind, type ApiObject } from './cluster-api';
import {
  environmentOf,
  keptByWorker,
  Namespace,
  ownName,
  startWith,
  type StartOptions,
} from '../engine/namespace';
import { repository } from '../programs/paths';

const script = join(repository, 'testbed', 'cluster.sh');

/** A program of a cluster, or the registry that it pulls from. */
export type Program =
  | 'etcd'
  | 'containerd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubelet'
  | 'kube-proxy'
  | 'docker-registry';

// Kinds that a cluster makes and renews by itself all the time.
const passing = /^(events|leases|endpoints|endpointslices|ipaddresses|componentstatuses)(\.|$)/;

// An object that makes others is removed before those that it makes.
const makers = [
  ...['deployments.apps', 'statefulsets.apps', 'daemonsets.apps', 'cronjobs.batch', 'jobs.batch'],
  ...['replicationcontrollers', 'replicasets.apps', 'pods'],
];
// Objects that the cluster itself puts into every namespace, or into the default one.
const untouched = ['kubernetes', 'default', 'kube-root-ca.crt'];

/** Milliseconds that deleted objects may take to disappear on a busy machine. */
const patience = 300_000;

/** A Kubernetes cluster of one node in its own network namespace. */
export class Cluster extends Namespace {
  private isWhole = true;
  private readonly api = new ClusterApi(this.setting('DKKB_API'));

  /** The address of its node; NodePorts answer there and at localhost. */
  get node(): string {
    return this.setting('DKKB_NODE');
  }

  /** Runs a kubectl command that has to succeed, and returns its output. */
  async kubectl(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.exec('kubectl', args);
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')}: exit ${String(code)}\n${stderr}`);
    return stdout.trim();
  }

  /** Every object of every namespace, as sorted lines `namespace Kind/name uid`, without what the cluster renews by itself. */
  async inventory(): Promise<readonly string[]> {
    const kinds = (await this.api.kinds()).filter(({ resource }) => !passing.test(resource));
    const objects = await Promise.all(kinds.map((kind) => this.api.list(kind)));
    return objects
      .flat()
      .map(({ kind, namespace, name, uid }) => `${namespace} ${kind.kind}/${name} ${uid}`.trim())
      .sort();
  }

  /** Starts the stopped programs, and empties the cluster and its home folder; pulled images stay. */
  async reset(): Promise<void> {
    await this.emptyHome();
    if (this.isWhole) await this.restoreConfig();
    else await this.startAll();
    // A controller may make new objects meanwhile.
    for (let left = await this.left(); left.length > 0; left = await this.left()) {
      for (const maker of makers) {
        const made = left.filter(({ kind }) => kind.resource === maker);
        await Promise.all(made.map((object) => this.api.remove(object)));
      }
      const rest = left.filter(({ kind }) => !makers.includes(kind.resource));
      await Promise.all(rest.map((object) => this.api.remove(object)));
      await this.untilGone(left);
    }
    await this.api.removeAll(await this.kind('events.events.k8s.io'), 'default');
  }

  /** Starts all stopped programs, and resets the administrator's settings. */
  async startAll(): Promise<void> {
    await this.tell('start');
    this.isWhole = true;
  }

  /** Stops one of its programs, as if it had crashed; the pods keep running. */
  async stopProgram(program: Program): Promise<void> {
    this.isWhole = false;
    await this.tell('stop', [program]);
  }

  /** Starts one of its programs again, unless it runs. */
  async startProgram(program: Program): Promise<void> {
    await this.tell('start', [program]);
  }

  private async restoreConfig(): Promise<void> {
    await mkdir(join(this.home, '.kube'));
    await copyFile(this.setting('DKKB_KUBECONFIG'), join(this.home, '.kube', 'config'));
  }

  /** What was made in the cluster: the namespaces, and the objects in the default one. */
  private async left(): Promise<readonly ApiObject[]> {
    const kinds = (await this.api.kinds()).filter(
      ({ isNamespaced, verbs, resource }) =>
        isNamespaced && verbs.includes('delete') && !passing.test(resource),
    );
    const [namespaces, ...objects] = await Promise.all([
      this.api.list(await this.kind('namespaces')),
      ...kinds.map((kind) => this.api.list(kind, 'default')),
    ]);
    return [
      ...namespaces.filter(({ name }) => !/^(default|kube-.*)$/.test(name)),
      ...objects.flat().filter(({ name }) => !untouched.includes(name)),
    ];
  }

  private async untilGone(objects: readonly ApiObject[]): Promise<void> {
    const kinds = [...new Set(objects.map(({ kind }) => kind))];
    const deadline = Date.now() + patience;
    for (;;) {
      const there = (await Promise.all(kinds.map((kind) => this.api.list(kind)))).flat();
      const stays = objects.filter(({ uid }) => there.some((object) => object.uid === uid));
      if (stays.length === 0) return;
      if (Date.now() > deadline)
        throw new Error(
          `still there: ${stays.map(({ kind, name }) => `${kind.kind}/${name}`).join()}`,
        );
      await delay(100);
    }
  }

  private async kind(wanted: string): Promise<ApiKind> {
    const found = (await this.api.kinds()).find(({ resource }) => resource === wanted);
    if (!found) throw new Error(`the API server knows no ${wanted}`);
    return found;
  }
}

/** Starts a cluster of this process; the name has to be free, or that of a cluster whose owner is gone. */
export async function startCluster(name: string, options: StartOptions = {}): Promise<Cluster> {
  return start(ownName(name), options);
}

async function start(name: string, options: StartOptions): Promise<Cluster> {
  await startWith(script, name, options);
  return new Cluster(script, name, await environmentOf(script, name));
}

/** A cluster for the test file of this jest worker. The file ends it, because starting one costs less than two idle minutes. */
export async function useCluster(): Promise<Cluster> {
  const { name, owner } = keptByWorker('k');
  return start(name, { owner });
}
