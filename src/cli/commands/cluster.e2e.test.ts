// @circle all
// @needs engine images kubernetes ssh @minutes 3
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { deployment, pod, service } from '../../kubernetes/model/manifests';
import { manifestPath, objectName, variants } from '../../kubernetes/model/manifest-files';
import { useCluster, type Cluster } from '../../../testbed/cluster/cluster';
import { Output } from '../../../testbed/programs/output';
import { finish } from '../../../testbed/programs/process';
import { SshServer } from '../../../testbed/engine/ssh-server';
import { tell } from '../../../testbed/labs/answers';

let cluster: Cluster;
const started: ChildProcess[] = [];

beforeAll(async () => {
  cluster = await useCluster();
});
afterEach(async () => {
  started.splice(0).forEach((child) => child.kill('SIGKILL'));
  await cluster.reset();
});
afterAll(() => cluster.stop());

const { name, image } = deployment.props;
const needed = async (...args: string[]) => {
  const { code, stdout, stderr } = await cluster.dkkb(...args);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return stdout;
};

function watch(...args: string[]) {
  const child = cluster.spawnDkkb(['watch', ...args, '--lang', 'en']);
  started.push(child);
  const code = once(child, 'close').then(([exitCode]) => exitCode as number | null);
  return { code, output: new Output(child) };
}

describe('dkkb watch', () => {
  it('reports a rollout: the image, the new Pods, and the old ones that stop', async () => {
    await needed('solve', 'ch08-scale');
    const { output, code } = watch('ch08-nginx');
    await output.next(/Work in another terminal/);
    await cluster.kubectl('set', 'image', objectName(deployment), '*=nginx');
    await output.next(new RegExp(`${name}: image ${image} → nginx`));
    await output.next(/New Pod [^\n]* \(nginx\)/);
    await output.next(/Pod [^\n]* is ready/);
    await output.next(/Pod [^\n]* was deleted and stops/);
    expect(await code).toBe(0);
  });

  it('reports the Pod that was deleted, and the one that replaces it', async () => {
    const { output, code } = watch('ch08-self-heal');
    await output.next(/Work in another terminal/);
    const pods = await cluster.kubectl('get', 'pods', '-o', 'name');
    const [first = ''] = pods.split('\n');
    await cluster.kubectl('delete', first, '--wait=false');
    await output.next(new RegExp(`${first.replace('pod/', 'Pod ')} was deleted`));
    expect(await code).toBe(0);
    expect(output.all).toMatch(/New Pod [^\n]* \(httpd\)/);
  });
});

describe('dkkb manifests', () => {
  it.each([undefined, ...variants])(
    'makes manifests of the variant %s that the server accepts',
    async (variant) => {
      const words = variant ? ['--variant', variant] : [];
      await needed('manifests', '-o', 'one', ...words);
      await needed('manifests', '-o', 'two', ...words);
      expect((await cluster.sh('diff -r one two && ls one')).stdout.trim().split('\n')).toEqual(
        [deployment, pod, service].map(({ file }) => `${file}.yml`),
      );
      await cluster.kubectl('apply', '--dry-run=server', '-f', join(cluster.home, 'one'));
    },
  );

  it('makes manifests that pass the labs once they are applied', async () => {
    await needed('manifests', '--variant', 'nginx');
    for (const file of [deployment, service].map(manifestPath))
      await cluster.kubectl('apply', '-f', join(cluster.home, file));
    expect(await tell(cluster, 'check ch08-nginx')).toMatchObject({ code: 0 });
  });
});

describe('the cluster of another machine, by SSH', () => {
  let server: SshServer;
  beforeAll(async () => {
    server = await SshServer.start(cluster, 2208);
  });
  afterAll(() => server.stop());

  const check = (id: string, ...more: string[]) =>
    tell(cluster, ['check', id, ...server.on, ...more].join(' '), { env: server.away });

  it('is graded with the files and the kubectl of that machine', async () => {
    expect(await check('ch08-service')).toMatchObject({
      code: 1,
      problem: { code: 'file-missing' },
    });
    await needed('solve', 'ch08-service');
    const { code, stdout } = await check('ch08-service');
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toContain(`http://${cluster.node}:${service.props.nodePort}`);
  });

  it('is set up, watched and cleaned up from here', async () => {
    const words = (verb: string) => [verb, 'ch08-scale', ...server.on, '--lang', 'en'];
    const run = (verb: string) => finish(cluster.spawnDkkb(words(verb), { env: server.away }));
    expect(await run('up')).toMatchObject({ code: 0 });
    const env = { ...server.away, DKKB_SSH_SHARED: '0' };
    const watch = cluster.spawnDkkb(words('watch'), { env });
    const ended = once(watch, 'close');
    const output = new Output(watch);
    await output.next(/Work in another terminal/);
    const { name, replicas } = deployment.props;
    await cluster.kubectl('scale', objectName(deployment), '--replicas=5');
    await output.next(new RegExp(`${name}: replicas ${replicas} → 5`));
    await output.next(/New Pod [^\n]* \(httpd\)/);
    expect(await ended).toEqual([0, null]);
    expect(await run('solve')).toMatchObject({ code: 0 });
    expect(await run('down')).toMatchObject({ code: 0 });
    expect(await cluster.kubectl('get', 'deployments', '-o', 'name')).toBe('');
    expect((await cluster.sh('ls -A kube_folder')).code).not.toBe(0);
  });

  it('that is not started yet: the check fails with remote-cluster-missing', async () => {
    await needed('manifests');
    await cluster.sh('rm .kube/config');
    expect(await check('ch08-pod')).toMatchObject({
      code: 3,
      problem: { code: 'remote-cluster-missing' },
    });
  });
});

it('a user with rights in only one namespace can pass a lab there', async () => {
  await cluster.kubectl('create', 'namespace', 'kim');
  await cluster.kubectl('create', 'serviceaccount', 'kim', '-n', 'kim');
  await cluster.sh(
    'kubectl create rolebinding kim -n kim --clusterrole=edit --serviceaccount=kim:kim',
  );
  const token = await cluster.kubectl('create', 'token', 'kim', '-n', 'kim');
  await cluster.sh(`kubectl config set-credentials kim --token=${token} &&
    kubectl config set-context kim --cluster=testbed --user=kim --namespace=kim &&
    kubectl config use-context kim`);
  expect(await tell(cluster, 'solve ch08-service')).toMatchObject({ code: 0 });
  const { code, stdout } = await tell(cluster, 'check ch08-service');
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('localhost') });
});

it('the completion of --context offers the contexts', async () => {
  const done = await finish(cluster.spawnDkkb(['complete', '--', 'check', '--context', '']));
  expect(done.stdout.trim()).toBe('testbed');
});
