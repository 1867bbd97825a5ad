import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { startCluster, useCluster, type Cluster } from './cluster';
import { need, run } from '../programs/process';
import { Reader } from '../labs/reader';
import { repository } from '../programs/paths';

// @circle all
// @needs engine images kubernetes

const script = join(repository, 'testbed', 'cluster.sh');
const service = `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  type: NodePort
  selector: { app: web }
  ports: [{ port: 8099, targetPort: 80, nodePort: 30080 }]
`;

describe('the cluster of a jest worker', () => {
  let cluster: Cluster;
  const { until } = new Reader(() => cluster);
  beforeAll(async () => {
    cluster = await useCluster();
  });
  afterAll(() => cluster.stop());

  it('rolls out an image with the reader’s commands, and answers at its NodePort', async () => {
    const before = await cluster.inventory();
    await cluster.kubectl('create', 'deployment', 'web', '--image=httpd', '--replicas=3');
    await cluster.kubectl('rollout', 'status', 'deployment/web', '--timeout=600s');
    const applied = await cluster.sh('kubectl apply -f -', { input: service });
    expect(applied).toMatchObject({ code: 0, stdout: 'service/web created\n' });
    await until('curl -sf localhost:30080');
    for (const host of ['localhost', cluster.node]) {
      await expect(cluster.fetch(`http://${host}:30080/`)).resolves.toMatchObject({
        status: 200,
        body: expect.stringContaining('It works!'),
      });
    }
    const proxied = '/api/v1/namespaces/default/services/web:8099/proxy/';
    expect(await cluster.kubectl('get', '--raw', proxied)).toContain('It works!');
    expect(await cluster.kubectl('logs', 'deployment/web')).toContain('httpd');
    const made = (await cluster.inventory()).filter((line) => !before.includes(line));
    expect(made.map((line) => line.replace(/(web)?(-\w+)* \S+$/, '$1'))).toEqual([
      'default Deployment/web',
      'default Pod/web',
      'default Pod/web',
      'default Pod/web',
      'default ReplicaSet/web',
      'default Service/web',
    ]);
  });

  it('fails to pull an image that the registry lacks, as without internet', async () => {
    await cluster.kubectl('run', 'typo', '--image=no-such-image');
    await until(`kubectl get events | grep -E 'Failed .*no-such-image'`);
    const events = await cluster.kubectl('get', 'events', '--field-selector=reason=Failed');
    expect(events).toMatch(/network is unreachable|no such host/);
  });

  it('is after a reset the same as at its beginning', async () => {
    await cluster.reset();
    const before = await cluster.inventory();
    await cluster.sh('kubectl create namespace other && kubectl -n other create configmap left');
    await cluster.sh(
      'touch left && kubectl config set-context left && kubectl run left --image=httpd',
    );
    await cluster.reset();
    expect(readdirSync(cluster.home)).toEqual(['.kube']);
    expect(await cluster.kubectl('config', 'get-contexts', '-o', 'name')).toBe('testbed');
    expect(await cluster.kubectl('get', 'all,configmaps,events', '-o', 'name')).toBe(
      'service/kubernetes\nconfigmap/kube-root-ca.crt',
    );
    expect(await cluster.inventory()).toEqual(before);
  });

  it('keeps its objects when a program is stopped and started again', async () => {
    await cluster.kubectl('create', 'configmap', 'kept');
    await cluster.stopProgram('kube-apiserver');
    const { code, stderr } = await cluster.sh('kubectl get nodes');
    expect(code).toBe(1);
    expect(stderr).toContain('was refused');
    await cluster.startProgram('kube-apiserver');
    expect(await cluster.kubectl('get', 'configmap/kept', '-o', 'name')).toBe('configmap/kept');
  });
});

describe('a cluster of a test that asks for its own', () => {
  it('leaves nothing behind, also when its owner was killed', async () => {
    const owner = run('sleep', ['300']);
    const pid = (await need('pgrep', ['-P', String(process.pid), 'sleep'])).trim();
    const settings = await kernelSettings();
    const cluster = await startCluster('orphan-k', { owner: Number(pid), registry: 'none' });
    await expect(startCluster('orphan-k')).rejects.toThrow(`'${cluster.name}' runs for process`);
    expect(await kernelSettings()).toBe(settings);
    process.kill(Number(pid), 'SIGKILL');
    expect((await owner).code).toBe(137);
    await need(script, ['sweep']);
    const { home, name } = cluster;
    expect(existsSync(home)).toBe(false);
    expect(await need('ip', ['netns', 'list'])).not.toContain(name);
    expect(await need('ps', ['-eo', 'args'])).not.toContain(name);
    expect((await run('sh', ['-c', `ls -d /sys/fs/cgroup/*/dkkb-${name}`])).stdout).toBe('');
    expect(await need('cat', ['/proc/mounts'])).not.toContain(name);
  });

  it('refuses to stop a program without its own cluster', async () => {
    expect((await run(script, ['stop', 'nobody', 'kubelet'])).code).toBe(3);
    expect((await run(script, ['stop'])).code).toBe(2);
  });
});

/** The kernel settings that kubelet would change on a machine of its own. */
function kernelSettings(): Promise<string> {
  return need('cat', ['/proc/sys/vm/overcommit_memory', '/proc/sys/kernel/panic']);
}
