import { useCluster, type Cluster } from '../../../testbed/cluster/cluster';
import { refusingMirror } from '../../../testbed/engine/registry-stand-in';
import { tell } from '../../../testbed/labs/answers';

// @circle all
// @needs engine images kubernetes @minutes 2

let cluster: Cluster;
beforeAll(async () => {
  cluster = await useCluster();
});
afterEach(() => cluster.reset());
afterAll(() => cluster.stop());

/** Applies an object that was not made for any lab. */
async function given(object: object): Promise<void> {
  const input = JSON.stringify(object);
  const { code, stderr } = await cluster.sh('kubectl apply -f -', { input });
  if (code !== 0) throw new Error(stderr);
}

describe('Pods that cannot start', () => {
  it('without the registry: the problem names the image', async () => {
    await cluster.stopProgram('docker-registry');
    const { code, problem } = await tell(cluster, 'up ch08-service');
    expect({ code, problem }).toMatchObject({
      code: 1,
      problem: { code: 'pull-unreachable', values: { image: 'httpd' } },
    });
    await cluster.startProgram('docker-registry');
  });

  it('because the registry limits pulls: the problem is pull-limit', async () => {
    await cluster.stopProgram('docker-registry');
    const [, port = ''] = cluster.registry.split(':');
    const limited = await refusingMirror(cluster, port, 429, 'TOOMANYREQUESTS');
    const { code, problem } = await tell(cluster, 'up ch08-service');
    await limited.stop();
    await cluster.startProgram('docker-registry');
    expect({ code, problem }).toMatchObject({
      code: 1,
      problem: {
        code: 'pull-limit',
        values: { image: 'httpd', said: expect.stringContaining('429') },
      },
    });
  });

  it('because of a quota: the problem says what the quota allows', async () => {
    await cluster.kubectl('create', 'quota', 'tight', '--hard=pods=2');
    const { code, problem } = await tell(cluster, 'up ch08-service');
    expect({ code, problem }).toMatchObject({
      code: 1,
      problem: { code: 'quota-exceeded', values: { quota: 'tight', limited: 'pods=2' } },
    });
  });

  it('without enough processors: the problem is pod-unschedulable', async () => {
    const limits = [{ type: 'Container', defaultRequest: { cpu: '64' }, default: { cpu: '64' } }];
    const metadata = { name: 'heavy' };
    await given({ apiVersion: 'v1', kind: 'LimitRange', metadata, spec: { limits } });
    const { code, problem } = await tell(cluster, 'up ch08-service');
    expect({ code, problem }).toMatchObject({
      code: 1,
      problem: { code: 'pod-unschedulable', values: { resource: 'cpu' } },
    });
  });
});

it('solve stops when another Service has the NodePort, and names that Service', async () => {
  const ports = [{ port: 80, nodePort: 30080 }];
  const metadata = { name: 'other' };
  const spec = { type: 'NodePort', ports, selector: { app: 'other' } };
  await given({ apiVersion: 'v1', kind: 'Service', metadata, spec });
  const { code, problem, stderr } = await tell(cluster, 'solve ch08-service');
  expect({ code, problem }).toMatchObject({
    code: 3,
    problem: { code: 'node-port-taken', values: { port: '30080', by: 'default/other' } },
  });
  expect(stderr).toContain('kubectl delete service other');
});

describe('a cluster on another machine', () => {
  // The cluster's address for its own Pods: it answers, and is no address of this machine.
  const server = 'https://10.96.0.1:443';
  beforeEach(async () => {
    await cluster.kubectl('config', 'unset', 'clusters.testbed.extensions');
    await cluster.kubectl('config', 'set-cluster', 'testbed', `--server=${server}`);
  });

  it.each(['up', 'solve'])('%s leaves it alone until --context names it', async (command) => {
    const before = await cluster.inventory();
    expect(await tell(cluster, `${command} ch08-pod`)).toMatchObject({
      code: 3,
      problem: { code: 'context-not-local', values: { context: 'testbed', server } },
    });
    expect(await cluster.inventory()).toEqual(before);
  });

  it('is used when --context names it, and down leaves it as it was', async () => {
    const before = await cluster.inventory();
    expect(await tell(cluster, 'solve ch08-pod --context testbed')).toMatchObject({ code: 0 });
    expect(await tell(cluster, 'check ch08-pod --context testbed')).toMatchObject({ code: 0 });
    expect(await tell(cluster, 'down ch08-pod --context testbed')).toMatchObject({ code: 0 });
    expect(await cluster.inventory()).toEqual(before);
  });
});

describe('a cluster at the loopback address that no known local program made', () => {
  beforeEach(async () => {
    await cluster.kubectl('config', 'unset', 'clusters.testbed.extensions');
  });

  it.each(['down ch08-pod --yes', 'solve ch08-pod'])(
    'may be behind a tunnel: %s names it and leaves it alone',
    async (line) => {
      const before = await cluster.inventory();
      const { code, problem } = await tell(cluster, line);
      expect({ code, problem }).toMatchObject({
        code: 3,
        problem: { code: 'context-not-local', values: { context: 'testbed' } },
      });
      expect(await cluster.inventory()).toEqual(before);
    },
  );

  it('down --all leaves it alone too, and says how to clean up there', async () => {
    await cluster.kubectl('run', 'apa000pod', '--image=httpd');
    const before = await cluster.inventory();
    const { stderr } = await cluster.dkkb('down', '--all', '--yes', '--lang', 'en');
    expect(stderr).toMatch(/`testbed` .*was left alone.*--context testbed/);
    expect(await cluster.inventory()).toEqual(before);
  });
});

it('--namespace chooses the namespace of a lab, and the default one stays empty', async () => {
  await cluster.kubectl('create', 'namespace', 'mine');
  const before = await cluster.inventory();
  expect(await tell(cluster, 'solve ch08-service --namespace mine')).toMatchObject({ code: 0 });
  expect(await cluster.kubectl('get', 'pods', '-n', 'default', '-o', 'name')).toBe('');
  expect(await tell(cluster, 'check ch08-service')).toMatchObject({
    code: 1,
    problem: { code: 'other-namespace', values: { found: 'mine', wanted: 'default' } },
  });
  expect(await tell(cluster, 'check ch08-service --namespace mine')).toMatchObject({ code: 0 });
  expect(await tell(cluster, 'down ch08-service --namespace mine')).toMatchObject({ code: 0 });
  expect(await cluster.inventory()).toEqual(before);
});
