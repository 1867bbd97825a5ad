import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  environmentOf,
  isThere,
  keptByWorker,
  Namespace,
  startWith,
  type StartOptions,
} from './namespace';

const script = join(__dirname, 'cluster.sh');

/** A program of which a cluster is made, or that it pulls from. */
export type Program =
  | 'etcd'
  | 'containerd'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubelet'
  | 'kube-proxy'
  | 'docker-registry';

// What a cluster makes and renews by itself, all the time.
const passing = /^(events|leases|endpoints|endpointslices|ipaddresses|componentstatuses)(\.|$)/;
const list =
  '{{range .items}}{{.metadata.namespace}} {{.kind}}/{{.metadata.name}} {{.metadata.uid}}{{"\\n"}}{{end}}';

// Whatever makes others goes before what it makes.
const makers = [
  ...['deployments.apps', 'statefulsets.apps', 'daemonsets.apps', 'cronjobs.batch', 'jobs.batch'],
  ...['replicationcontrollers', 'replicasets.apps', 'pods'],
];
// What stands in every namespace, or only in the default one, without anybody's doing.
const untouched = ['kubernetes', 'default', 'kube-root-ca.crt'];

/** A Kubernetes cluster of one node inside a network namespace of its own. */
export class Cluster extends Namespace {
  private isWhole = true;
  private kinds: Readonly<Record<string, readonly string[]>> = {};

  /** The address of its node; NodePorts answer there and at localhost. */
  get node(): string {
    return this.setting('DKKB_NODE');
  }

  /** Runs a kubectl command that has to succeed, and gives back what it printed. */
  async kubectl(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.exec('kubectl', args);
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')}: exit ${String(code)}\n${stderr}`);
    return stdout.trim();
  }

  /** Every object of every namespace, as sorted lines `namespace Kind/name uid`; what passes by itself is left out. */
  async inventory(): Promise<readonly string[]> {
    const kinds = (await this.kindsThat('list')).join();
    const found = await this.kubectl('get', kinds, '-A', '-o', `go-template=${list}`);
    return found.split('\n').sort();
  }

  /** Starts what was stopped, and empties the cluster and its home folder; images that were pulled stay. */
  async reset(): Promise<void> {
    await this.emptyHome();
    if (this.isWhole) await this.restoreConfig();
    else await this.startAll();
    await Promise.all([this.removeNamespaces(), this.removeAll()]);
    // A controller may have made something meanwhile.
    while ((await this.left()) !== '') await this.removeAll();
    await this.kubectl('delete', 'events.events.k8s.io', '--all', '-A', '--wait=false');
  }

  /** Starts all that was stopped; its administrator's settings are as at first again. */
  async startAll(): Promise<void> {
    await this.tell('start');
    this.isWhole = true;
  }

  /** Stops one of its programs, as if it had crashed; the pods go on. */
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

  private async removeNamespaces(): Promise<void> {
    const names = (await this.kubectl('get', 'namespaces', '-o', 'name')).split('\n');
    const own = names.filter((name) => !/\/(default|kube-.*)$/.test(name));
    if (own.length > 0) await this.kubectl('delete', ...own, '--now');
  }

  private readonly others = untouched.map((name) => `metadata.name!=${name}`).join();

  private async removeAll(): Promise<void> {
    const kinds = await this.kindsThat('list,delete', '--namespaced');
    const ordered = [...makers, ...kinds.filter((kind) => !makers.includes(kind))].join();
    const which = ['--field-selector', this.others, '--ignore-not-found'];
    await this.kubectl('delete', ordered, ...which, '--now');
  }

  private async left(): Promise<string> {
    const kinds = (await this.kindsThat('list,delete', '--namespaced')).join();
    return this.kubectl('get', kinds, '--field-selector', this.others, '-o', 'name');
  }

  private async kindsThat(verbs: string, ...which: string[]): Promise<readonly string[]> {
    const words = ['api-resources', `--verbs=${verbs}`, '-o', 'name', ...which];
    const key = words.join(' ');
    const known = this.kinds[key] ?? (await this.kubectl(...words)).split('\n');
    this.kinds = { ...this.kinds, [key]: known };
    return known.filter((kind) => !passing.test(kind));
  }
}

/** Starts a cluster; the name is free, or that of one whose owner is gone. */
export async function startCluster(name: string, options: StartOptions = {}): Promise<Cluster> {
  await startWith(script, name, options);
  return new Cluster(script, name, await environmentOf(script, name));
}

/** The cluster of this jest worker, emptied: started with the first test file that asks for it. */
export async function useCluster(): Promise<Cluster> {
  const { name, owner } = keptByWorker('k');
  if (!(await isThere(script, name))) return startCluster(name, { owner });
  const cluster = new Cluster(script, name, await environmentOf(script, name));
  await cluster.startAll();
  await cluster.reset();
  return cluster;
}
